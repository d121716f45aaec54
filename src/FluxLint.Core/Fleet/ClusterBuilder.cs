using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Schemas;

namespace FluxLint.Fleet;

/// <summary>Follows the Flux Kustomizations of an entry point until nothing new appears.</summary>
internal sealed class ClusterBuilder(Repository repository, FluxRenderer renderer)
{
    // A path that patches the Kustomization that applies it would make a new build of itself for ever.
    private const int MaximumDepth = 24;
    private const int MaximumBuilds = 2_000;

    private readonly DefinitionReader definitions = new();

    public Cluster Build(string directory, ClusterClass? @class)
    {
        var renderings = ImmutableArray.CreateBuilder<Rendering>();
        var depths = new Dictionary<Rendering, int>(ReferenceEqualityComparer.Instance);
        var hasGaps = false;
        Include(Root(directory), depth: 0);
        for (var i = 0; i < renderings.Count; i++)
        {
            var depth = depths[renderings[i]] + 1;
            foreach (var kustomization in renderings[i].Resources.Select(FluxKustomization.Of).OfType<FluxKustomization>())
            {
                if (depth <= MaximumDepth && Path(kustomization, renderings) is { } path)
                    Include(path == directory ? renderings[0] : renderer.Render(kustomization, path), depth);
                else
                    hasGaps = true;
            }
            hasGaps |= renderings[i].Resources.Any(BringsUnknown);
        }
        return new(directory, @class, renderings.ToImmutable(), hasGaps, definitions);

        void Include(Rendering rendering, int depth)
        {
            if (renderings.Count == MaximumBuilds)
                hasGaps |= !depths.ContainsKey(rendering);
            else if (depths.TryAdd(rendering, depth))
                renderings.Add(rendering);
        }
    }

    /// <summary>What the cluster starts from: a Kustomization that applies the very directory it is in does so with its own transformations.</summary>
    private Rendering Root(string directory)
    {
        var plain = renderer.Render(directory);
        var own = plain.Resources.Select(FluxKustomization.Of).OfType<FluxKustomization>().Where(candidate => Path(candidate, [plain]) == directory).ToList();
        return own is [var only] ? renderer.Render(only, directory) : plain;
    }

    /// <summary>The directory that a Flux Kustomization builds; null when it is in another repository, or not known.</summary>
    private string? Path(FluxKustomization kustomization, IEnumerable<Rendering> renderings)
    {
        var written = kustomization.Path?.Value ?? "";
        if (written.Contains("${", StringComparison.Ordinal) || kustomization.SourceName is not { } source || !IsThisRepository(kustomization, source, renderings))
            return null;
        var path = RepositoryPath.Normalize(written.TrimStart('/'));
        return path is not null && repository.DirectoryExists(path) ? path : null;
    }

    /// <summary>
    /// Whether a source is the repository at hand. The source that bootstrap makes is, and so is one with its URL. A
    /// source that no manifest declares was made outside of Git, as bootstrap and cloud extensions do: the path decides.
    /// </summary>
    private static bool IsThisRepository(FluxKustomization kustomization, string source, IEnumerable<Rendering> renderings)
    {
        if (source == "flux-system")
            return true;
        var sources = renderings.SelectMany(rendering => rendering.Resources).Where(resource => resource.Id.Group == "source.toolkit.fluxcd.io").ToList();
        var declared = sources.Find(resource => resource.Id.Kind == kustomization.SourceKind && resource.Id.Name == source);
        if (declared is null)
            return true;
        var main = sources.Find(resource => resource.Id.Kind == declared.Id.Kind && resource.Id.Name == "flux-system");
        return main is not null && Url(main) is { } url && url == Url(declared);
    }

    private static string? Url(Resource source) => source.Root.Mapping("spec")?.Text("url");

    /// <summary>Whether a resource makes others that are not rendered.</summary>
    private static bool BringsUnknown(Resource resource) =>
        resource.Id is { Group: "fluxcd.controlplane.io", Kind: "ResourceSet" } or { Group: "source.extensions.fluxcd.io", Kind: "ArtifactGenerator" } or { Group: "argoproj.io" };
}
