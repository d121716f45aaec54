namespace FluxLint.Fleet;

/// <summary>Compares the URLs of repositories.</summary>
internal static class SourceUrl
{
    /// <summary>Whether two URLs lead to one repository: <c>https://host/a/b</c>, <c>ssh://git@host/a/b.git</c> and <c>git@host:a/b</c> do.</summary>
    public static bool AreSame(string first, string second) => string.Equals(Normalize(first), Normalize(second), StringComparison.OrdinalIgnoreCase);

    private static string Normalize(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var text = scheme < 0 ? url.Replace(':', '/') : url[(scheme + 3)..];
        var host = text.IndexOf('/');
        var user = text.IndexOf('@');
        if (user >= 0 && (host < 0 || user < host))
            text = text[(user + 1)..];
        text = text.TrimEnd('/');
        return text.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? text[..^4] : text;
    }
}
