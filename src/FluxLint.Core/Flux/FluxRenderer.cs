using System.Collections.Concurrent;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>
/// Builds the paths of Flux Kustomizations as kustomize-controller does: it generates a kustomization where the path has
/// none, and writes the object's own transformations into it. A path with the same inputs is built once.
/// </summary>
public sealed class FluxRenderer(Repository repository, Renderer renderer)
{
    private readonly ConcurrentDictionary<FluxBuild, Lazy<Rendering>> renderings = new();
    private readonly ConcurrentDictionary<OutputKey, FluxOutput> outputs = new();
    private readonly ConcurrentDictionary<LabelledKey, Resource> labelled = new();
    private readonly Substituter substituter = new();
    private readonly ConcurrentDictionary<string, Lazy<Kustomization>> generated = new(StringComparer.Ordinal);

    /// <summary>Makes what FluxInstances bring.</summary>
    internal InstanceExpander Instances { get; } = new(repository);

    /// <summary>Makes the objects of ResourceSets.</summary>
    internal ResourceSetExpander ResourceSets { get; } = new();

    /// <summary>Builds a directory that a cluster starts from.</summary>
    public FluxOutput Render(string directory)
    {
        var rendering = Render(new FluxBuild(directory));
        return Share(new(rendering, rendering.Resources, []));
    }

    /// <summary>Builds the path of a Flux Kustomization as its <c>spec</c> asks for.</summary>
    /// <param name="kustomization">The Kustomization.</param>
    /// <param name="directory">Its path, from the repository root.</param>
    /// <param name="variables">What its <c>postBuild</c> substitutes.</param>
    public FluxOutput Apply(FluxKustomization kustomization, string directory, SubstitutionVariables variables)
    {
        var rendering = Render(FluxBuild.Of(kustomization, directory));
        var results = rendering.Resources.Select(resource => substituter.Apply(resource, variables)).ToList();
        var resources = results.Select(result => kustomization.CommonMetadata is { } common ? Label(result.Resource, common) : result.Resource);
        return Share(new(rendering, [.. resources], [.. results.Where(result => !result.Uses.IsEmpty || !result.Problems.IsEmpty)]));
    }

    private Resource Label(Resource resource, YamlMapping common) =>
        labelled.GetOrAdd(new(resource.Root, common), static (key, resource) => CommonMetadata.Apply(resource, key.Common), resource);

    private FluxOutput Share(OutputKey key) => outputs.GetOrAdd(key, static made => new(made.Rendering, made.Resources, made.Substitutions));

    private Rendering Render(FluxBuild build) => renderings.GetOrAdd(build, key => new(() => Build(key))).Value;

    private Rendering Build(FluxBuild build)
    {
        var own = renderer.Graph.Kustomization(build.Directory);
        if (own is null && repository.KustomizationFile(build.Directory) is not null)
            return renderer.Render(build.Directory);
        var kustomization = own ?? generated.GetOrAdd(build.Directory, directory => new(() => Generate(directory))).Value;
        var root = build.Apply(kustomization.Root, repository);
        return own is not null && ReferenceEquals(root, own.Root)
            ? renderer.Render(build.Directory)
            : renderer.Render(Kustomization.Of(build.Directory, kustomization.Tree, root));
    }

    /// <summary>The kustomization that the controller generates: every manifest below, but a directory with a kustomization of its own as a whole.</summary>
    private Kustomization Generate(string directory)
    {
        var nested = renderer.Graph.Directories
            .Where(other => other != directory && RepositoryPath.IsWithin(directory, other) && !renderer.Graph.IsComponent(other))
            .ToHashSet(StringComparer.Ordinal);
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in repository.YamlFiles.Where(file => RepositoryPath.IsWithin(directory, file) && IsApplied(file[directory.Length..])))
            paths.Add(Enclosing(file) ?? file);

        var source = SourceText.From(directory.Length == 0 ? "kustomization.yaml" : $"{directory}/kustomization.yaml", "");
        var items = paths.Select(path => (YamlNode)YamlScalar.Create(RepositoryPath.Relative(directory, path), Diagnostics.Location.OfPath(path)));
        var resources = new YamlSequence(source, default, [.. items]);
        var root = new YamlMapping(source, default, [new(YamlScalar.Create("resources", new(source, default)), resources)]);
        return Kustomization.Of(directory, YamlTree.Parse(source), root);

        string? Enclosing(string file)
        {
            string? outermost = null;
            for (var parent = RepositoryPath.Parent(file); parent.Length > directory.Length; parent = RepositoryPath.Parent(parent))
            {
                if (nested.Contains(parent))
                    outermost = parent;
            }
            return outermost;
        }
    }

    /// <summary>Whether Flux takes a file from a source: source-controller leaves out what CI systems and tools keep in hidden files.</summary>
    private static bool IsApplied(string relative) => !relative.Split('/').Any(part => part.StartsWith('.'));

    private sealed record LabelledKey(YamlMapping Root, YamlMapping Common);
}
