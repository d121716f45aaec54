using FluxLint.Kubernetes;

namespace FluxLint.Kustomize;

/// <summary>The object that a patch without a target names. A fleet has one for each value that a cluster sets, so it holds on to nothing else.</summary>
internal sealed class NamedTarget(ResourceId id) : PatchTarget
{
    public override string Description => $"{id.ApiVersion} {id.Display}{(id.Namespace == WellKnownNamespaces.Default ? "" : $" in namespace '{id.Namespace}'")}";

    public override bool Matches(Resource resource) => resource.IsOrWas(id);
}
