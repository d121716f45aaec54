using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Kustomize.Configurations;
using FluxLint.Kustomize.Generators;
using FluxLint.Kustomize.Metadata;
using FluxLint.Kustomize.OpenApi;
using FluxLint.Kustomize.Patching;
using FluxLint.Kustomize.Plugins;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Builds;

/// <summary>Builds kustomizations as <c>kustomize build</c> does, each directory once. Safe on many threads.</summary>
internal sealed class Renderer
{
    private readonly Repository repository;
    private readonly BuildScope open;
    private readonly KustomizationGraph graph;
    private readonly ConcurrentDictionary<RenderingKey, Lazy<Rendering>> renderings;
    private readonly ConcurrentDictionary<YamlTree, OpenApiSchema> schemas;
    private readonly ReferenceCheck check;
    private readonly Renderer? usual;
    private int rendered;

    /// <summary>Makes a renderer that has built nothing yet.</summary>
    public Renderer(Repository repository, KustomizationGraph graph, KustomizeVersion version)
        : this(repository, graph, BuildScope.Open.For(version), [], new(ReferenceEqualityComparer.Instance), usual: null)
    {
    }

    private Renderer(
        Repository repository,
        KustomizationGraph graph,
        BuildScope open,
        ConcurrentDictionary<RenderingKey, Lazy<Rendering>> renderings,
        ConcurrentDictionary<YamlTree, OpenApiSchema> schemas,
        Renderer? usual)
    {
        this.repository = repository;
        this.graph = graph;
        this.open = open;
        this.renderings = renderings;
        this.schemas = schemas;
        this.usual = usual;
        check = new(graph);
    }

    /// <summary>The graph that is built from.</summary>
    public KustomizationGraph Graph => graph;

    /// <summary>The version of kustomize that is followed.</summary>
    public KustomizeVersion Version => open.Version;

    /// <summary>Number of layers built so far, whatever the version.</summary>
    public int LayersRendered => rendered;

    /// <summary>Builds the kustomization of a directory.</summary>
    public Rendering Render(string directory) => Render(directory, TopScope(graph.Kustomization(directory)));

    /// <summary>Builds a kustomization that has no file of its own, or that differs from its file.</summary>
    /// <param name="kustomization">The kustomization.</param>
    /// <param name="reads">What was asked of the repository to make it.</param>
    /// <param name="hasGaps">Whether it may be made of more than is known.</param>
    internal Rendering Render(Kustomization kustomization, FileReads reads, bool hasGaps) =>
        Build(kustomization, ReferenceReader.Read(repository.Noting(reads), kustomization), TopScope(kustomization), reads, hasGaps);

    /// <summary>The renderer of a part of the repository.</summary>
    internal Renderer Within(Repository part) => new(part, graph.Within(part), open, [], schemas, usual: null);

    /// <summary>What builds as another version does. What no version makes differently is built once for all.</summary>
    internal Renderer At(KustomizeVersion version) => new(repository, graph, open.For(version), renderings, schemas, usual: this);

    /// <summary>The renderer of the repository after an edit, which keeps the renderings that are as they would be made again.</summary>
    internal Renderer With(Repository edited, KustomizationGraph editedGraph, KeptRenderings kept) =>
        new(edited, editedGraph, open, new(renderings.Where(made => made.Value.IsValueCreated && kept.Contains(made.Value.Value))), schemas, usual: null);

    private BuildScope TopScope(Kustomization? kustomization) =>
        kustomization is not null && BuildMetadata.NeedsTracking(kustomization) ? open with { IsTracked = true } : open;

    private Rendering Render(string directory, BuildScope scope) =>
        usual?.Render(directory, scope.For(usual.Version)) is { IsVersioned: false } same
            ? same
            : renderings.GetOrAdd(new(directory, scope), key => new(() => Build(key.Directory, key.Scope))).Value;

    private void Count()
    {
        if (usual is null)
            Interlocked.Increment(ref rendered);
        else
            usual.Count();
    }

    private Rendering Build(string directory, BuildScope scope) =>
        graph.Kustomization(directory) is { } kustomization
            ? Build(kustomization, graph.References(directory), scope, new())
            : new(directory, layer: null, inputs: [], patches: [], new());

    private Rendering Build(Kustomization kustomization, ImmutableArray<Reference> references, BuildScope scope, FileReads reads, bool hasGaps = false)
    {
        // A component alone lacks the resources that it is made to change.
        var layer = new Layer(repository.Noting(reads), kustomization) { Scope = scope };
        layer.MayLack(hasGaps || kustomization.IsComponent);
        var inputs = ImmutableArray.CreateBuilder<Rendering>();
        var patches = new List<PatchUse>();
        if (graph.IsInCycle(kustomization.Directory))
            check.Report(layer, references);
        else
            Run(layer, references, inputs, patches, reads);
        layer.MayLack(graph.IsInCycle(kustomization.Directory));
        return new(kustomization.Directory, layer, inputs.ToImmutable(), [.. patches], reads);
    }

    /// <summary>One layer in kustomize's order of work; a component runs in place on what its user has so far.</summary>
    private void Run(Layer layer, ImmutableArray<Reference> references, ImmutableArray<Rendering>.Builder inputs, List<PatchUse> patches, FileReads reads)
    {
        Count();
        KustomizationSchema.Check(layer);
        check.Report(layer, references);
        var hasGaps = KustomizationSchema.ReportGaps(layer);
        OpenApiField.Apply(layer, references, tree => schemas.GetOrAdd(tree, OpenApiSchema.Read));
        foreach (var reference in references.Where(reference => reference.Field is "resources" or "bases"))
            AddResource(layer, reference, inputs);
        var tracker = new BuildTracker(layer);
        tracker.Read();
        ConfigurationReader.Apply(layer, references);
        CrdReader.Apply(layer, references);
        var patcher = new PatchTransformer(layer, patches);
        ConfigMapGenerator.Apply(layer);
        SecretGenerator.Apply(layer);
        tracker.Generated();
        RunPlugins("generators", layer, references, patcher, inputs);
        foreach (var reference in references.Where(reference => reference.Field == "components"))
            AddComponent(layer, reference, inputs, patches, reads);

        patcher.ApplyPatches();
        NamespaceTransformer.Apply(layer);
        PrefixSuffixTransformer.Apply(layer);
        LabelTransformer.Apply(layer);
        AnnotationTransformer.Apply(layer);
        patcher.ApplyJson6902();
        ReplicaTransformer.Apply(layer);
        ImageTransformer.Apply(layer);
        ReplacementTransformer.Apply(layer);
        tracker.Transformed();
        RunPlugins("transformers", layer, references, patcher, inputs);
        RunPlugins("validators", layer, references, patcher, inputs);
        VariableReader.Apply(layer);
        if (hasGaps)
            layer.Transform(resource => resource.WithUnknownValues());
    }

    /// <summary>Plugins are resources themselves: those written in the kustomization come first, then what files and directories give.</summary>
    private void RunPlugins(string field, Layer layer, ImmutableArray<Reference> references, PatchTransformer patcher, ImmutableArray<Rendering>.Builder inputs)
    {
        if (layer.Kustomization.Field(field) is null)
            return;
        var plugins = new Layer(layer.Repository, layer.Kustomization) { Scope = layer.Scope };
        foreach (var item in layer.Kustomization.Scalars(field).Where(ReferenceReader.IsInline))
        {
            var tree = YamlTree.ParseEmbedded(item);
            if (tree.Problems is [{ Kind: YamlProblemKind.DuplicateKey } repeated, ..])
                plugins.Report(BuildProblemKind.Refused, repeated.Location, RepeatedKeys.Describe(repeated.Message));
            foreach (var plugin in ResourceReader.Read(tree, plugins))
                plugins.Add(plugin, item.Location);
        }
        foreach (var reference in references.Where(reference => reference.Field == field))
            AddResource(plugins, reference, inputs);
        layer.Absorb(plugins);
        foreach (var plugin in plugins.Resources)
            check.Report(layer, ReferenceReader.InPlugin(layer.Repository, layer.Kustomization.Directory, field, plugin.Root));
        new PluginRun(layer, field, patcher).Apply(plugins.Resources);
    }

    private void AddResource(Layer layer, Reference reference, ImmutableArray<Rendering>.Builder inputs)
    {
        switch (reference.Kind)
        {
            case ReferenceKind.File when layer.Tree(reference.Path) is { } tree:
                // `flux bootstrap` fills these files where they are empty, and leaves any other as it is.
                layer.MayLack(RepositoryPath.FileName(reference.Path) is "gotk-components.yaml" or "gotk-sync.yaml" && tree.Documents.All(document => document.Root is null));
                if (DocumentCuts.FirstRefused(tree) is { } refused)
                    layer.Report(refused);
                foreach (var resource in ResourceReader.Read(tree, layer))
                    layer.Add(resource, reference.Node.Location);
                break;
            case ReferenceKind.File:
                layer.MayLack();
                break;
            case ReferenceKind.Directory:
                if (check.Kustomization(layer, reference) is not { } kustomization)
                    return;
                if (kustomization.IsComponent)
                {
                    layer.Report(BuildProblemKind.Refused, reference.Node, $"'{reference.Node.Value}' is a Component: it belongs under 'components'");
                    return;
                }
                var input = Render(reference.Path, layer.Scope);
                inputs.Add(input);
                layer.MayLack(input.Gaps);
                layer.MayLackDefinitions(input.LackedGroups);
                VariableReader.Merge(layer, input.Variables, reference.Node.Location);
                layer.Scope = input.Scope.For(Version);
                layer.Configure(input.Configuration, reference.Node);
                foreach (var resource in input.Accumulated)
                    layer.Add(resource, reference.Node.Location);
                break;
        }
    }

    private void AddComponent(Layer layer, Reference reference, ImmutableArray<Rendering>.Builder inputs, List<PatchUse> patches, FileReads reads)
    {
        if (reference.Kind == ReferenceKind.File)
            layer.Report(BuildProblemKind.Refused, reference.Node, $"'{reference.Node.Value}' is a file: a component is a directory");
        if (reference.Kind != ReferenceKind.Directory || check.Kustomization(layer, reference) is not { } component)
            return;
        if (!component.IsComponent)
        {
            layer.Report(BuildProblemKind.Refused, reference.Node, $"'{reference.Node.Value}' is not a Component: it belongs under 'resources'");
            return;
        }
        if (!layer.Budget.TakeComponent())
        {
            layer.Report(BuildProblemKind.Limit, reference.Node, $"this build includes more than {BuildBudget.Components:N0} components: what they make is not looked at");
            return;
        }
        var inner = new Layer(layer.Repository, component) { Configuration = layer.Configuration, Scope = layer.Scope, Budget = layer.Budget };
        inner.MayLack(layer.Gaps);
        inner.MayLackDefinitions(layer.LackedGroups);
        inner.Resources.AddRange(layer.Resources);
        inner.Variables.AddRange(layer.Variables);
        var innerInputs = ImmutableArray.CreateBuilder<Rendering>();
        var innerPatches = new List<PatchUse>();
        // Who is outside of a cycle would never come back from it.
        if (graph.IsInCycle(component.Directory))
        {
            check.Report(inner, graph.References(component.Directory));
            inner.MayLack();
        }
        else
        {
            Run(inner, graph.References(component.Directory), innerInputs, innerPatches, reads);
        }
        layer.Replace(inner.Resources);
        layer.Variables.Clear();
        layer.Variables.AddRange(inner.Variables);
        layer.Scope = inner.Scope;
        layer.Configuration = TransformerConfiguration.Empty;
        layer.Configure(inner.Configuration, reference.Node);
        layer.MayLack(inner.Gaps);
        layer.MayLackDefinitions(inner.LackedGroups);
        layer.MayDiffer(inner.IsVersioned);
        patches.AddRange(innerPatches);
        layer.Images.AddRange(inner.Images);
        layer.Replacements.AddRange(inner.Replacements);
        inputs.Add(new(component.Directory, inner, innerInputs.ToImmutable(), [.. innerPatches], reads));
    }

    private sealed record RenderingKey(string Directory, BuildScope Scope);
}
