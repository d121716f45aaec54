namespace FluxLint.Kustomize.Transformers;

/// <summary>The resources of a build as references see them: those that had another id before, by their earlier names.</summary>
internal sealed class ReferenceTargets
{
    private readonly Dictionary<string, List<Resource>> byPreviousName = new(StringComparer.Ordinal);
    private readonly ILookup<string, Resource> byOriginalNamespace;

    public ReferenceTargets(IReadOnlyList<Resource> resources)
    {
        foreach (var resource in resources)
        {
            foreach (var id in resource.PreviousIds)
            {
                if (!byPreviousName.TryGetValue(id.Name, out var named))
                    byPreviousName.Add(id.Name, named = []);
                if (named.Count == 0 || !ReferenceEquals(named[^1], resource))
                    named.Add(resource);
            }
        }
        byOriginalNamespace = resources.Where(resource => !resource.OriginalId.IsClusterScopedInKustomize)
            .ToLookup(resource => resource.OriginalId.EffectiveNamespace, StringComparer.Ordinal);
    }

    /// <summary>The resources that once had a name, in the order of the build.</summary>
    public IReadOnlyList<Resource> Named(string name) => byPreviousName.GetValueOrDefault(name) ?? [];

    /// <summary>The resources that were written in a namespace.</summary>
    public IEnumerable<Resource> WrittenIn(string @namespace) => byOriginalNamespace[@namespace];
}
