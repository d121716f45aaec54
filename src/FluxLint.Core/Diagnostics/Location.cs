using FluxLint.Text;

namespace FluxLint.Diagnostics;

/// <summary>A span of a file.</summary>
/// <param name="Source">The text of the file.</param>
/// <param name="Span">The characters meant.</param>
public sealed record Location(SourceText Source, TextSpan Span)
{
    /// <summary>Path from the repository root, with <c>/</c> between its parts.</summary>
    public string Path => Source.Path;

    /// <summary>Where the span starts.</summary>
    public LinePosition Start => Source.GetPosition(Span.Start);

    /// <summary>Where the span ends: the place behind its last character.</summary>
    public LinePosition End => Source.GetPosition(Span.End);

    /// <summary>The start of a file, for what concerns the file as a whole.</summary>
    public static Location OfFile(SourceText source) => new(source, default);

    /// <summary>The start of something that has no text to show, such as a directory or a file that cannot be read.</summary>
    public static Location OfPath(string path) => OfFile(SourceText.From(path, ""));

    /// <summary>Two locations are equal when they name the same characters of the same path.</summary>
    public bool Equals(Location? other) => other is not null && Path == other.Path && Span == other.Span;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Span);

    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Start}";
}
