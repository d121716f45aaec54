namespace FluxLint.Kubernetes;

/// <summary>The namespaces that a cluster has before anything is applied to it.</summary>
public static class WellKnownNamespaces
{
    /// <summary>Where objects land that name no namespace.</summary>
    public const string Default = "default";

    /// <summary>That of Kubernetes itself.</summary>
    public const string KubeSystem = "kube-system";

    /// <summary>That of Flux, which bootstrap makes; its first source and Kustomization have the same name.</summary>
    public const string FluxSystem = "flux-system";

    /// <summary>Whether a namespace is one of Kubernetes or Flux.</summary>
    public static bool Contains(string name) => name is Default or KubeSystem or "kube-public" or "kube-node-lease" or FluxSystem;
}
