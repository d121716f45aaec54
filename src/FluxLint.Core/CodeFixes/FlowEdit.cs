using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.CodeFixes;

/// <summary>Adds and removes the parts of a collection in braces or brackets.</summary>
internal static class FlowEdit
{
    /// <summary>Puts a part behind the others.</summary>
    /// <param name="source">The file.</param>
    /// <param name="collection">The collection with its brackets.</param>
    /// <param name="parts">Its entries or items.</param>
    /// <param name="text">The new part.</param>
    public static TextChange? Add(SourceText source, TextSpan collection, ImmutableArray<TextSpan> parts, string? text)
    {
        if (text is null || !AreWritten(parts))
            return null;
        return parts is [.., var last]
            ? new(source, new(last.End, 0), $", {text}")
            : new(source, new(collection.Start + 1, 0), text);
    }

    /// <summary>Takes a part away with the comma that it needs no more.</summary>
    public static TextChange? Remove(SourceText source, ImmutableArray<TextSpan> parts, int index)
    {
        if (!AreWritten(parts))
            return null;
        var span = index + 1 < parts.Length ? TextSpan.FromBounds(parts[index].Start, parts[index + 1].Start)
            : index > 0 ? TextSpan.FromBounds(parts[index - 1].End, parts[index].End)
            : parts[index];
        return source.Slice(span).Contains('#') ? null : new(source, span, "");
    }

    // Of an empty part nobody can say where it stands.
    private static bool AreWritten(ImmutableArray<TextSpan> parts) => parts.All(part => part.Length > 0);
}
