using System.Collections.Immutable;

namespace FluxLint.Kustomize.Metadata;

/// <summary>Keeps the record of the resources of a layer, where a build wants one.</summary>
internal sealed class BuildTracker(Layer layer)
{
    /// <summary>Records files as the origin of the resources that have none yet.</summary>
    public void Read() => Originate(resource => new(resource.Path));

    /// <summary>Records generators of the kustomization as the origin of the resources that have none yet.</summary>
    public void Generated() => Originate(resource => new(layer.Kustomization.Path, resource.Id.Kind + "Generator"));

    /// <summary>Records a plugin as the origin of the resources that have none yet.</summary>
    public void Generated(Resource plugin) => Originate(_ => BuildStep.Of(plugin));

    /// <summary>Records the transformers of the kustomization, which kustomize takes to have changed every resource.</summary>
    public void Transformed()
    {
        if (layer.Scope.IsTracked)
            Add([.. Transformers().Select(kind => new BuildStep(layer.Kustomization.Path, kind))]);
    }

    /// <summary>Records a plugin, which kustomize takes to have changed every resource.</summary>
    public void Transformed(Resource plugin)
    {
        if (layer.Scope.IsTracked)
            Add([BuildStep.Of(plugin)]);
    }

    private void Originate(Func<Resource, BuildStep> origin)
    {
        if (layer.Scope.IsTracked)
            layer.Transform(resource => resource.History is null ? resource.With(new BuildHistory(origin(resource), [])) : resource);
    }

    private void Add(ImmutableArray<BuildStep> steps) => layer.Transform(resource => resource.History is { } history
        ? resource.With(history with { Transformers = history.Transformers.AddRange(steps) })
        : resource);

    private IEnumerable<string> Transformers()
    {
        var kustomization = layer.Kustomization;
        var labels = kustomization.Items("labels").Count();
        // The labels of commonLabels are a transformer that is there whenever labels are, too.
        var hasLabels = labels > 0 || kustomization.Field("commonLabels") is not null;
        return
        [
            .. Times("PatchStrategicMergeTransformer", kustomization.Items("patchesStrategicMerge").Any() ? 1 : 0),
            .. Times("PatchTransformer", kustomization.Items("patches").Count()),
            .. Times("NamespaceTransformer", HasText("namespace")),
            .. Times("PrefixTransformer", HasText("namePrefix")),
            .. Times("SuffixTransformer", HasText("nameSuffix")),
            .. Times("LabelTransformer", hasLabels ? labels + 1 : 0),
            .. Times("AnnotationsTransformer", kustomization.Field("commonAnnotations") is null ? 0 : 1),
            .. Times("PatchJson6902Transformer", kustomization.Items("patchesJson6902").Count()),
            .. Times("ReplicaCountTransformer", kustomization.Items("replicas").Count()),
            .. Times("ImageTagTransformer", kustomization.Items("images").Count()),
            .. Times("ReplacementTransformer", kustomization.Items("replacements").Any() ? 1 : 0),
        ];

        int HasText(string field) => kustomization.Field(field).TextOrEmpty().Length > 0 ? 1 : 0;
    }

    private static IEnumerable<string> Times(string kind, int count) => Enumerable.Repeat(kind, count);
}
