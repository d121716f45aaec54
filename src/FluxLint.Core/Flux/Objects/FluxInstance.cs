using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>FluxInstance</c> (fluxcd.controlplane.io): installs Flux, and syncs the cluster with a source.</summary>
/// <remarks>Defaults as in flux-operator, api/v1/fluxinstance_types.go.</remarks>
public sealed class FluxInstance : OperatorObject
{
    internal FluxInstance(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The controllers that are installed when none are named.</summary>
    private static readonly ImmutableArray<string> DefaultComponents = ["source-controller", "kustomize-controller", "helm-controller", "notification-controller"];

    /// <summary>The kinds that the operator adds to those which an Alert listens to and a Receiver wakes (<c>internal/builder</c> of flux-operator).</summary>
    internal static ImmutableArray<string> NotifyingKinds { get; } = ["FluxInstance", "ResourceSet", "ResourceSetInputProvider"];

    /// <summary>The version or range of Flux.</summary>
    public YamlScalar? Version => Spec.Mapping("distribution")?.Scalar("version");

    /// <summary>The controllers that are installed.</summary>
    public ImmutableArray<string> Components =>
        Spec.Sequence("components") is { Items.Length: > 0 } list ? [.. list.Items.OfType<YamlScalar>().Select(item => item.Value)] : DefaultComponents;

    /// <summary>The Deployments of these controllers, as far as a patch is concerned that selects among them.</summary>
    internal IEnumerable<Resource> Controllers => Components.Select(Controller);

    /// <summary>What is said of the cluster.</summary>
    public YamlMapping? Cluster => Spec.Mapping("cluster");

    /// <summary>Patches of the installation.</summary>
    public YamlSequence? Patches => Spec.Mapping("kustomize")?.Sequence("patches");

    /// <summary>The source and path that the cluster is synced with; null when the instance only installs.</summary>
    public FluxSync? Sync => Spec.Mapping("sync") is { } sync ? new(sync, Resource.Id.Namespace) : null;

    private Resource Controller(string component)
    {
        var write = new ObjectWriter(Resource.Location);
        return FluxLint.Kustomize.Resource.Of(write.Mapping(
            ("apiVersion", write.Text("apps/v1")),
            ("kind", write.Text("Deployment")),
            ("metadata", write.Mapping(("name", write.Text(component)), ("namespace", Resource.Root.At("metadata", "namespace") as YamlScalar ?? write.Text(WellKnownNamespaces.FluxSystem))))));
    }
}
