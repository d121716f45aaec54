using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// Fills variables into built objects as kustomize-controller does after a build (fluxcd/pkg, <c>SubstituteVariables</c>). An object is
/// read once, and substituted once for equal variables, so that clusters that have these share the result. Safe for many threads.
/// </summary>
public sealed class Substituter
{
    private readonly ConcurrentDictionary<YamlMapping, ObjectResults> objects = new(ReferenceEqualityComparer.Instance);

    /// <summary>Substitutes in an object.</summary>
    /// <param name="resource">The object.</param>
    /// <param name="variables">The variables of the Flux Kustomization that it belongs to.</param>
    public SubstitutionResult Apply(Resource resource, SubstitutionVariables variables)
    {
        if (!variables.AreSubstituted)
            return SubstitutionResult.Unchanged(resource);
        var results = objects.GetOrAdd(resource.Root, root => new(ResourceTemplate.Of(root)));
        if (results.Template.IsEmpty || results.Template.IsDisabled)
            return SubstitutionResult.Unchanged(resource);
        return results.Resources.GetOrAdd(new(resource, Key(results.Template, variables)), key => results.Substitute(key.Resource, key.Variables, variables));
    }

    /// <summary>What the result depends on: values, and where they are defined, which the result shows.</summary>
    private static string Key(ResourceTemplate template, SubstitutionVariables variables)
    {
        var key = new StringBuilder(variables.IsComplete ? "+" : "-");
        foreach (var name in template.Names)
        {
            if (variables.Find(name) is { } variable)
                key.Append(CultureInfo.InvariantCulture, $"{variable.Value?.Length ?? -1}:{variable.Value}{variable.Node.Source.Path}:{variable.Node.Span}");
            key.Append('\n');
        }
        return key.ToString();
    }

    private sealed record SubstitutionKey(Resource Resource, string Variables);

    /// <summary>The results for one root, which several resources may share.</summary>
    private sealed class ObjectResults(ResourceTemplate template)
    {
        private readonly ConcurrentDictionary<string, SubstitutedRoot> roots = new(StringComparer.Ordinal);

        public ResourceTemplate Template => template;

        public ConcurrentDictionary<SubstitutionKey, SubstitutionResult> Resources { get; } = new();

        public SubstitutionResult Substitute(Resource resource, string key, SubstitutionVariables variables)
        {
            var made = roots.GetOrAdd(key, _ => ResourceSubstitution.Apply(resource.Root, template, variables));
            return new(resource.With(made.Root), made.Uses, template.Names, made.Problems);
        }
    }
}
