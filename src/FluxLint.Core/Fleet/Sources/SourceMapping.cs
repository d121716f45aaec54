using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>A repository that lies in a directory of the one at hand, so that sources with its URL can be built.</summary>
/// <param name="Url">The URL as sources have it.</param>
/// <param name="Path">The directory, from the repository root, in its shortest form.</param>
internal sealed record SourceMapping(YamlScalar Url, YamlScalar Path)
{
    /// <summary>Whether a source with this URL is the repository: the way of access and a final <c>.git</c> make no difference.</summary>
    public bool Matches(string url) => SourceUrl.AreSame(Url.Value, url);
}
