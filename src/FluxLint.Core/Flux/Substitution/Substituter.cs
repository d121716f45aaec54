using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>
/// Fills variables into built objects as kustomize-controller does after a build (fluxcd/pkg, <c>SubstituteVariables</c>). An object is
/// read once, and substituted once for equal variables, so that clusters that have these share the result. Safe for many threads.
/// </summary>
internal sealed class Substituter
{
    private readonly ConcurrentDictionary<YamlMapping, ObjectResults> objects = new(ReferenceEqualityComparer.Instance);

    /// <summary>Substitutes in an object; null where there is nothing to substitute.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="variables">The variables of the Flux Kustomization that it belongs to.</param>
    public SubstitutionResult? Apply(Resource resource, SubstitutionVariables variables)
    {
        if (!variables.AreSubstituted)
            return null;
        var results = objects.GetOrAdd(resource.Root, static root => new(ResourceTemplate.Of(root)));
        return results.Template.IsEmpty || results.Template.IsDisabled
            ? null
            : results.Resources.GetOrAdd(new(resource, Key(results.Template, variables)), static (key, found) => found.results.Substitute(key.Resource, key.Variables, found.variables), (results, variables));
    }

    private static VariablesKey Key(ResourceTemplate template, SubstitutionVariables variables)
    {
        var key = new StringBuilder(variables.IsComplete ? "+" : "-");
        var sources = ImmutableArray.CreateBuilder<SourceText>();
        foreach (var name in template.Names)
        {
            if (variables.Find(name) is { } variable)
            {
                key.Append(CultureInfo.InvariantCulture, $"{variable.Value?.Length ?? -1}:{variable.Value}{variable.Node.Span}");
                sources.Add(variable.Node.Source);
            }
            key.Append('\n');
        }
        return new(key.ToString(), sources.ToImmutable());
    }

    private sealed record SubstitutionKey(Resource Resource, VariablesKey Variables);

    /// <summary>What a result depends on: the values in the order of their names, and where they are defined, which the result shows.</summary>
    private sealed class VariablesKey(string values, ImmutableArray<SourceText> sources) : IEquatable<VariablesKey>
    {
        private string Values => values;

        private ImmutableArray<SourceText> Sources => sources;

        public bool Equals(VariablesKey? other) =>
            other is not null && values == other.Values && sources.AsSpan().SequenceEqual(other.Sources.AsSpan(), ReferenceEqualityComparer.Instance);

        public override bool Equals(object? other) => Equals(other as VariablesKey);

        public override int GetHashCode() => values.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>The results for one root, which several resources may share.</summary>
    private sealed class ObjectResults(ResourceTemplate template)
    {
        private readonly ConcurrentDictionary<VariablesKey, SubstitutedRoot> roots = new();

        public ResourceTemplate Template => template;

        public ConcurrentDictionary<SubstitutionKey, SubstitutionResult> Resources { get; } = new();

        public SubstitutionResult Substitute(Resource resource, VariablesKey key, SubstitutionVariables variables)
        {
            var made = roots.GetOrAdd(key, static (_, asked) => ResourceSubstitution.Apply(asked.Root, asked.template, asked.variables), (resource.Root, template, variables));
            return new(resource.With(made.Root), made.Uses, template.Names, made.Problems) { Work = made.Work };
        }
    }
}
