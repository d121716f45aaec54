namespace FluxLint.Kustomize.Output;

/// <summary>In what order a build prints its resources where the kustomization does not say.</summary>
internal enum BuildOrder
{
    /// <summary>What others need first: namespaces, definitions and accounts before workloads, webhooks last. The order of <c>kubectl</c>.</summary>
    Legacy,

    /// <summary>As the kustomization lists them.</summary>
    Fifo,
}
