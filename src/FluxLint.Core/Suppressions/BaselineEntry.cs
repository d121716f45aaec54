using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>A finding that a baseline holds.</summary>
/// <param name="id">The id of its rule.</param>
/// <param name="hash">Its fingerprint, without the number that tells equal ones of a file apart.</param>
/// <param name="path">The file that it was in.</param>
/// <param name="span">The result in the log.</param>
internal sealed class BaselineEntry(string id, string hash, string path, TextSpan span) : KnownFinding(hash, path)
{
    public string Id => id;

    public TextSpan Span => span;
}
