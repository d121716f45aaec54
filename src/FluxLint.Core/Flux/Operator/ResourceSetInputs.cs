using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>The inputs of a ResourceSet where they can be known: its own, and those of static providers (<c>internal/inputs</c> of flux-operator).</summary>
internal static class ResourceSetInputs
{
    private const int MaximumPermutations = 10_000;
    private const int MaximumChoices = 100_000;

    /// <summary>The inputs by the strategy of the set; null when it takes none, or a problem when they are not static.</summary>
    /// <param name="set">The set.</param>
    /// <param name="find">Finds an object of the cluster.</param>
    public static (ImmutableArray<YamlMapping>? Inputs, BuildProblem? Problem) Of(ResourceSet set, Func<ObjectKey, Resource?> find)
    {
        var providers = new List<(string Name, ImmutableArray<YamlMapping> Inputs)> { (set.Resource.Id.Name, [.. set.Inputs.Select(input => WithProvider(input, set.Resource))]) };
        foreach (var reference in set.InputsFrom.OrderBy(reference => reference.Name?.Value, StringComparer.Ordinal))
        {
            if (reference.Name is not { } name)
                return (null, Problem(set, reference.Node.Location, "its inputs come from providers that a selector finds"));
            if (find(new(FluxGroups.Operator, "ResourceSetInputProvider", reference.Namespace, name.Value)) is not { } found || FluxObject.Of(found) is not ResourceSetInputProvider provider)
                return (null, Problem(set, name.Location, $"ResourceSetInputProvider '{name.Value}' is not declared"));
            if (provider.Type?.Value != "Static")
                return (null, Problem(set, name.Location, $"ResourceSetInputProvider '{name.Value}' asks '{provider.Type?.Value}'"));
            providers.Add((name.Value, provider.DefaultValues is { } values ? [WithProvider(values, provider.Resource)] : []));
        }
        if (providers is [(_, [])])
            return (null, null);
        return set.InputStrategy?.Value switch
        {
            null or "Flatten" => ([.. providers.SelectMany(provider => provider.Inputs)], null),
            "Permute" => Permute(set, providers),
            var unknown => (null, Problem(set, (set.InputStrategy ?? set.Resource.Root as YamlNode).Location, $"'{unknown}' is no strategy for inputs")),
        };
    }

    /// <summary>The problem that a set is not static.</summary>
    public static BuildProblem Problem(ResourceSet set, Location location, string reason) =>
        new(BuildProblemKind.RenderGap, location, $"ResourceSet '{set.Resource.Id.Name}' cannot be evaluated statically: {reason}");

    /// <summary>Every choice of one input of each provider that has any, under the provider's name.</summary>
    private static (ImmutableArray<YamlMapping>? Inputs, BuildProblem? Problem) Permute(ResourceSet set, List<(string Name, ImmutableArray<YamlMapping> Inputs)> providers)
    {
        var write = new ObjectWriter(set.Resource.Location);
        var choices = new List<(YamlMapping Inputs, string Id)> { (write.Mapping(), "") };
        var permuted = providers.Where(provider => !provider.Inputs.IsEmpty).ToList();
        foreach (var (name, inputs) in permuted)
        {
            var count = (long)choices.Count * inputs.Length;
            if (count > MaximumPermutations || count * permuted.Count > MaximumChoices)
                return (null, Problem(set, set.Resource.Location, $"its inputs have more than {MaximumPermutations:N0} permutations, or {MaximumChoices:N0} inputs in all of them") with { Kind = BuildProblemKind.Limit });
            var key = Normalize(name);
            choices = [.. choices.SelectMany(choice => inputs.Select((input, index) => (choice.Inputs.With(key, input), choice.Id + (choice.Id.Length > 0 ? "/" : "") + $"{key}={index}")))];
        }
        return ([.. choices.Select(choice => choice.Inputs.With("id", write.Text(GoTemplateTexts.Checksum(choice.Id))))], null);
    }

    private static string Normalize(string name)
    {
        var kept = name.ToLowerInvariant().Replace('-', '_').Where(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        return string.Join('_', string.Concat(kept).Split('_', StringSplitOptions.RemoveEmptyEntries));
    }

    private static YamlMapping WithProvider(YamlMapping input, Resource provider)
    {
        var write = new ObjectWriter(provider.Location);
        return input.With("provider", write.Mapping(
            ("apiVersion", write.Text(provider.Id.ApiVersion)),
            ("kind", write.Text(provider.Id.Kind)),
            ("name", write.Text(provider.Id.Name)),
            ("namespace", write.Text(provider.Id.Namespace))));
    }
}
