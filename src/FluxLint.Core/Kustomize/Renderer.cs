using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Kustomize;

/// <summary>Builds kustomizations as <c>kustomize build</c> does, each directory once. Safe on many threads.</summary>
public sealed class Renderer(Repository repository, KustomizationGraph graph)
{
    private readonly ConcurrentDictionary<string, Lazy<Rendering>> renderings = new(StringComparer.Ordinal);
    private int rendered;

    /// <summary>The graph that is built from.</summary>
    public KustomizationGraph Graph => graph;

    /// <summary>Number of layers built so far.</summary>
    public int LayersRendered => rendered;

    /// <summary>Builds the kustomization of a directory.</summary>
    public Rendering Render(string directory) =>
        renderings.GetOrAdd(directory, path => new(() => Build(path))).Value;

    /// <summary>Builds a kustomization that has no file of its own, or that differs from its file.</summary>
    internal Rendering Render(Kustomization kustomization) => Build(kustomization, ReferenceReader.Read(repository, kustomization));

    private Rendering Build(string directory) =>
        graph.Kustomization(directory) is { } kustomization
            ? Build(kustomization, graph.References(directory))
            : new(directory, layer: null, inputs: [], patches: []);

    private Rendering Build(Kustomization kustomization, ImmutableArray<Reference> references)
    {
        // A component alone lacks the resources that it is made to change.
        var layer = new Layer(repository, kustomization) { HasGaps = kustomization.IsComponent };
        var inputs = ImmutableArray.CreateBuilder<Rendering>();
        var patches = new List<PatchUse>();
        if (graph.IsInCycle(kustomization.Directory))
            ReportReferences(layer, references);
        else
            Run(layer, references, inputs, patches);
        layer.HasGaps |= graph.IsInCycle(kustomization.Directory);
        return new(kustomization.Directory, layer, inputs.ToImmutable(), [.. patches]);
    }

    /// <summary>One layer in kustomize's order of work; a component runs in place on what its user has so far.</summary>
    private void Run(Layer layer, ImmutableArray<Reference> references, ImmutableArray<Rendering>.Builder inputs, List<PatchUse> patches)
    {
        Interlocked.Increment(ref rendered);
        KustomizationSchema.Check(layer);
        ReportReferences(layer, references);
        var hasGaps = KustomizationSchema.ReportGaps(layer);
        foreach (var reference in references.Where(reference => reference.Field is "resources" or "bases"))
            AddResource(layer, reference, inputs);
        foreach (var reference in references.Where(reference => reference.Field == "components"))
            AddComponent(layer, reference, inputs, patches);

        ConfigMapGenerator.Apply(layer);
        SecretGenerator.Apply(layer);
        var patcher = new PatchTransformer(layer, patches);
        patcher.ApplyPatches();
        NamespaceTransformer.Apply(layer);
        PrefixSuffixTransformer.Apply(layer);
        LabelTransformer.Apply(layer);
        AnnotationTransformer.Apply(layer);
        patcher.ApplyJson6902();
        ReplicaTransformer.Apply(layer);
        ImageTransformer.Apply(layer);
        if (hasGaps)
            layer.Transform(resource => resource.WithUnknownValues());
    }

    private void ReportReferences(Layer layer, ImmutableArray<Reference> references)
    {
        foreach (var reference in references)
        {
            var problem = reference.Kind switch
            {
                ReferenceKind.Missing => Missing(layer.Kustomization, reference),
                // A symbolic link is reported where it is.
                ReferenceKind.Outside when RepositoryPath.Combine(layer.Kustomization.Directory, reference.Path) is not null => null,
                ReferenceKind.Outside => new(BuildProblemKind.OutsideRepository, reference.Node.Location, $"'{reference.Path}' leaves the repository, and nothing outside of it is read"),
                ReferenceKind.Remote => new(BuildProblemKind.RenderGap, reference.Node.Location, $"'{reference.Path}' is on another machine and is not fetched"),
                _ => graph.Cycle(reference),
            };
            layer.HasGaps |= problem is not null || reference.Kind == ReferenceKind.Outside;
            if (problem is not null)
                layer.Problems.Add(problem);
        }
    }

    private BuildProblem Missing(Kustomization kustomization, Reference reference)
    {
        var nearest = repository.NearestPath(reference.Path) is { } path ? RepositoryPath.Relative(kustomization.Directory, path) : null;
        return new(BuildProblemKind.MissingReference, reference.Node.Location, $"'{Written(reference)}' in {reference.Field} does not exist")
        {
            Help = nearest is null ? null : $"did you mean '{nearest}'?",
        };
    }

    /// <summary>The path as written: an entry of a generator may put a key before it.</summary>
    private static string Written(Reference reference) =>
        reference.Field is "configMapGenerator" or "secretGenerator" ? reference.Node.Value[(reference.Node.Value.IndexOf('=') + 1)..] : reference.Node.Value;

    private void AddResource(Layer layer, Reference reference, ImmutableArray<Rendering>.Builder inputs)
    {
        switch (reference.Kind)
        {
            case ReferenceKind.File when layer.Tree(reference.Path) is { } tree:
                // A file without objects is a place to be filled, as `flux bootstrap` does with gotk-components.yaml.
                layer.HasGaps |= tree.Documents.All(document => document.Root is null);
                foreach (var resource in ResourceReader.Read(tree, layer))
                    layer.Add(resource, reference.Node.Location);
                break;
            case ReferenceKind.File:
                layer.HasGaps = true;
                break;
            case ReferenceKind.Directory:
                if (Subdirectory(layer, reference) is not { } kustomization)
                    return;
                if (kustomization.IsComponent)
                {
                    layer.Report(BuildProblemKind.Refused, reference.Node, $"'{reference.Node.Value}' is a Component: it belongs under 'components'");
                    return;
                }
                var input = Render(reference.Path);
                inputs.Add(input);
                layer.HasGaps |= input.HasGaps;
                foreach (var resource in input.Accumulated)
                    layer.Add(resource, reference.Node.Location);
                break;
        }
    }

    private void AddComponent(Layer layer, Reference reference, ImmutableArray<Rendering>.Builder inputs, List<PatchUse> patches)
    {
        if (reference.Kind == ReferenceKind.File)
            layer.Report(BuildProblemKind.Refused, reference.Node, $"'{reference.Node.Value}' is a file: a component is a directory");
        if (reference.Kind != ReferenceKind.Directory || Subdirectory(layer, reference) is not { } component)
            return;
        if (!component.IsComponent)
        {
            layer.Report(BuildProblemKind.Refused, reference.Node, $"'{reference.Node.Value}' is not a Component: it belongs under 'resources'");
            return;
        }
        var inner = new Layer(repository, component) { HasGaps = layer.HasGaps };
        inner.Resources.AddRange(layer.Resources);
        var innerInputs = ImmutableArray.CreateBuilder<Rendering>();
        var innerPatches = new List<PatchUse>();
        Run(inner, graph.References(component.Directory), innerInputs, innerPatches);
        layer.Replace(inner.Resources);
        layer.HasGaps |= inner.HasGaps;
        patches.AddRange(innerPatches);
        inputs.Add(new(component.Directory, inner, innerInputs.ToImmutable(), [.. innerPatches]));
    }

    private Kustomization? Subdirectory(Layer layer, Reference reference)
    {
        if (graph.Kustomization(reference.Path) is { } kustomization)
            return kustomization;
        layer.HasGaps = true;
        if (repository.KustomizationFile(reference.Path) is null)
            layer.Report(BuildProblemKind.Refused, reference.Node, $"'{reference.Node.Value}' has no kustomization.yaml");
        return null;
    }
}
