namespace FluxLint.Fleet;

/// <summary>Compares the URLs of repositories.</summary>
internal static class SourceUrl
{
    /// <summary>Whether two URLs lead to one repository: <c>https://host/a/b</c>, <c>ssh://git@host/a/b.git</c> and <c>git@host:a/b</c> do.</summary>
    public static bool AreSame(string first, string second)
    {
        var one = Place(first, out var oneSeparator);
        var other = Place(second, out var otherSeparator);
        if (one.Length != other.Length)
            return false;
        for (var i = 0; i < one.Length; i++)
        {
            if (char.ToUpperInvariant(one[i] == oneSeparator ? '/' : one[i]) != char.ToUpperInvariant(other[i] == otherSeparator ? '/' : other[i]))
                return false;
        }
        return true;
    }

    /// <summary>Host and path, without what differs between ways to reach them.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="separator">What separates the parts beside <c>/</c>.</param>
    private static ReadOnlySpan<char> Place(ReadOnlySpan<char> url, out char separator)
    {
        var scheme = url.IndexOf("://");
        separator = scheme < 0 ? ':' : '/';
        var place = scheme < 0 ? url : url[(scheme + 3)..];
        var host = place.IndexOfAny('/', separator);
        var user = place.IndexOf('@');
        if (user >= 0 && (host < 0 || user < host))
            place = place[(user + 1)..];
        place = place.TrimEnd("/:");
        return place.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? place[..^4] : place;
    }
}
