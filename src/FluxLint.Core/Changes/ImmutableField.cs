using System.Collections.Immutable;

namespace FluxLint.Changes;

/// <summary>A field that the API server lets nobody change once an object is there.</summary>
/// <param name="Group">The group of the kind.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Path">The field, with all that is in it.</param>
internal sealed record ImmutableField(string Group, string Kind, string Path)
{
    /// <summary>What in it may change nevertheless.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>The field that has to be true for it to hold; empty when it always does.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Whether the field is refused only where it is set, and not where it is left out: the API server keeps what it has given.</summary>
    public bool MayBeLeftOut { get; init; }
}
