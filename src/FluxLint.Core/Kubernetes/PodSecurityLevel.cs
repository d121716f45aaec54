namespace FluxLint.Kubernetes;

/// <summary>How much the Pod Security Standards of Kubernetes ask of a pod.</summary>
public enum PodSecurityLevel
{
    /// <summary>No known way to gain more rights.</summary>
    Baseline,

    /// <summary>All that is known to harden a pod.</summary>
    Restricted,
}
