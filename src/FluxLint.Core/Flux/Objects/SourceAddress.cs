namespace FluxLint.Flux;

/// <summary>Where content comes from: a URL, an image, or the endpoint of a bucket.</summary>
/// <param name="Scheme">The part before <c>://</c> in lower case; empty without one.</param>
/// <param name="Host">The host in lower case, without port and user.</param>
public readonly record struct SourceAddress(string Scheme, string Host)
{
    /// <summary>
    /// Whether the host is in the cluster, so that what is read from it stays in its network: a Service, by one of the names that
    /// cluster DNS gives it, or the Pod itself. A name without a dot is a Service of the controller's own namespace.
    /// </summary>
    public bool IsInCluster =>
        !Host.Contains('.')
        || Host.EndsWith(".svc", StringComparison.Ordinal)
        || Host.EndsWith(".cluster.local", StringComparison.Ordinal)
        || Host.StartsWith("127.", StringComparison.Ordinal)
        || Host.EndsWith(".localhost", StringComparison.Ordinal);

    /// <summary>The <c>provider</c> that opens the registry with the identity of the workload: <c>aws</c>, <c>azure</c>, <c>gcp</c>; null for other hosts.</summary>
    /// <remarks>Private registries of the clouds, as in fluxcd/pkg, auth/aws, auth/azure and auth/gcp, less those that serve the public: public.ecr.aws, mcr.microsoft.com, and what is left of gcr.io.</remarks>
    public string? RegistryProvider
    {
        get
        {
            if (Host.Contains(".dkr.ecr", StringComparison.Ordinal) && (Host.EndsWith(".amazonaws.com", StringComparison.Ordinal) || Host.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal)))
                return "aws";
            if (Host.EndsWith(".azurecr.io", StringComparison.Ordinal) || Host.EndsWith(".azurecr.cn", StringComparison.Ordinal) || Host.EndsWith(".azurecr.us", StringComparison.Ordinal))
                return "azure";
            return Host.EndsWith("-docker.pkg.dev", StringComparison.Ordinal) ? "gcp" : null;
        }
    }

    /// <summary>Reads a URL or a part of one.</summary>
    public static SourceAddress Of(string text)
    {
        var separator = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = separator < 0 ? "" : text[..separator].ToLowerInvariant();
        var rest = separator < 0 ? text : text[(separator + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var isAddress = authority.StartsWith('[');
        var port = isAddress ? authority.IndexOf(']') + 1 : authority.IndexOf(':');
        return new(scheme, (port <= 0 ? authority : authority[..port]).ToLowerInvariant());
    }
}
