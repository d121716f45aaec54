using FluxLint.Kustomize.Metadata;
using FluxLint.Kustomize.Transformers;

namespace FluxLint.Kustomize.Plugins;

/// <summary>Carries out the plugins of <c>generators</c>, <c>transformers</c> or <c>validators</c>. Those that come with kustomize are known here; others are foreign code.</summary>
internal sealed class PluginRun(Layer layer, string field, PatchTransformer patcher)
{
    // These run programs or fetch charts, so what they make can be anything.
    private static readonly string[] Foreign = ["HelmChartInflationGenerator"];

    public void Apply(IEnumerable<Resource> plugins)
    {
        var tracker = new BuildTracker(layer);
        foreach (var plugin in plugins)
        {
            Apply(plugin);
            if (field == "generators")
                tracker.Generated(plugin);
            else if (field == "transformers")
                tracker.Transformed(plugin);
        }
    }

    private void Apply(Resource resource)
    {
        var plugin = new Plugin(layer, resource);
        if (resource.Id is not { Group: "", Version: "builtin" } || Foreign.Contains(resource.Id.Kind))
            ReportGap(resource);
        else if (!(field == "generators" ? BuiltInGenerators.TryApply(plugin) : field == "validators" ? TryValidate(plugin) : BuiltInTransformers.TryApply(plugin, patcher)))
            plugin.Refuse(plugin.Root["kind"] ?? plugin.Root, $"'{plugin.Kind}' is no built-in plugin for '{field}'");
    }

    /// <summary>A validator runs on the resources as they are, and may not touch any.</summary>
    private bool TryValidate(Plugin plugin)
    {
        var before = layer.Resources.ToArray();
        if (!BuiltInTransformers.TryApply(plugin, patcher))
            return false;
        if (!before.AsSpan().SequenceEqual(layer.Resources.ToArray(), ReferenceEqualityComparer.Instance))
            plugin.Refuse(plugin.Root["kind"] ?? plugin.Root, "a validator may look at resources and not change them");
        layer.Replace(before);
        return true;
    }

    private void ReportGap(Resource resource)
    {
        var cause = resource.Root["kind"] ?? resource.Root;
        layer.Report(BuildProblemKind.DisabledPlugin, cause, $"what the plugin '{resource.Id.Kind}' under '{field}' does is not rendered, because it is no part of kustomize");
        layer.Transform(changed => changed.WithUnknownValues());
    }
}
