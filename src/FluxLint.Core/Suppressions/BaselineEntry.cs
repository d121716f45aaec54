using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>A finding that a baseline holds.</summary>
/// <param name="Id">The id of its rule.</param>
/// <param name="Hash">Its fingerprint, without the number that tells equal ones of a file apart.</param>
/// <param name="Path">The file that it was in.</param>
/// <param name="Span">The result in the log.</param>
internal sealed record BaselineEntry(string Id, string Hash, string Path, TextSpan Span);
