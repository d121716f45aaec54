using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>The pods that a workload runs, as it describes them: a <c>Pod</c> itself, or the template of one.</summary>
public sealed class PodTemplate
{
    private ImmutableArray<PodDataReference> references;

    private PodTemplate(YamlMapping? metadata, YamlMapping spec)
    {
        Labels = metadata?.Mapping("labels");
        Annotations = metadata?.Mapping("annotations");
        Spec = spec;
        Containers = [.. PodContainer.Of(spec, "initContainers"), .. PodContainer.Of(spec, "containers"), .. PodContainer.Of(spec, "ephemeralContainers")];
    }

    /// <summary>The labels of the pods.</summary>
    public YamlMapping? Labels { get; }

    /// <summary>The annotations of the pods.</summary>
    public YamlMapping? Annotations { get; }

    /// <summary>The <c>spec</c> of the pods.</summary>
    public YamlMapping Spec { get; }

    /// <summary>The security context that holds for all containers.</summary>
    public YamlMapping? SecurityContext => Spec.Mapping("securityContext");

    /// <summary>All containers, those that run at the start first.</summary>
    public ImmutableArray<PodContainer> Containers { get; }

    /// <summary>The volumes.</summary>
    public IEnumerable<YamlMapping> Volumes => Spec.Sequence("volumes")?.Items.OfType<YamlMapping>() ?? [];

    /// <summary>Whether the pods run on Windows, where fields of Linux mean nothing.</summary>
    public bool IsWindows => Spec.Mapping("os")?.Text("name") == "windows";

    /// <summary>The ConfigMaps and Secrets that the pods cannot start without, and those that they can.</summary>
    public ImmutableArray<PodDataReference> DataReferences => references.IsDefault
        ? references = [.. Containers.SelectMany(container => PodDataReference.OfEnvironment(container.Node)), .. Volumes.SelectMany(PodDataReference.OfVolume)]
        : references;

    /// <summary>Views an object; null when it is no workload, or has no pods in it.</summary>
    internal static PodTemplate? Of(ResourceId id, YamlMapping root)
    {
        if (Workload.PodSpec(id, root) is not { } spec)
            return null;
        var owner = root.At("spec", "jobTemplate", "spec") as YamlMapping ?? root.Mapping("spec");
        return new(id.Kind == "Pod" ? root.Mapping("metadata") : owner?.At("template", "metadata") as YamlMapping, spec);
    }
}
