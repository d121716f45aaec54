namespace FluxLint.Kubernetes;

/// <summary>What the name of a container image says.</summary>
/// <param name="Repository">The registry and the path in it.</param>
/// <param name="Tag">The tag; null when there is none, which means <c>latest</c>.</param>
/// <param name="Digest">The digest, which wins over the tag; null when there is none.</param>
public sealed record ContainerImage(string Repository, string? Tag, string? Digest)
{
    private const string DefaultRegistry = "docker.io";

    /// <summary>The registry, <c>docker.io</c> where the name says none: only what has a dot or a port, or is <c>localhost</c>, is one.</summary>
    public string Registry => Repository.Split('/') is [var first, _, ..] && (first is "localhost" || first.AsSpan().ContainsAny('.', ':')) ? first : DefaultRegistry;

    /// <summary>Whether the same name may mean another image tomorrow because nobody chose a version.</summary>
    public bool IsFloating => Digest is null && Tag is (null or "latest");

    /// <summary>Reads a name.</summary>
    public static ContainerImage Of(string text)
    {
        var at = text.IndexOf('@');
        var name = at < 0 ? text : text[..at];
        // A colon before the last slash is that of a port.
        var colon = name.IndexOf(':', name.LastIndexOf('/') + 1);
        return new(colon < 0 ? name : name[..colon], colon < 0 ? null : name[(colon + 1)..], at < 0 ? null : text[(at + 1)..]);
    }
}
