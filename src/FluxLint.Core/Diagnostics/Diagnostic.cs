using System.Collections.Immutable;

namespace FluxLint.Diagnostics;

/// <summary>One finding: one cause at one place, with everything it reaches.</summary>
public sealed record Diagnostic
{
    /// <summary>What was found.</summary>
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>How much it matters here, after configuration.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The characters that cause it.</summary>
    public required Location Location { get; init; }

    /// <summary>The object and the field that it is about; null when it is about a file.</summary>
    internal LogicalLocation? LogicalLocation { get; init; }

    /// <summary>The sentence for the user, with real names and no full stop.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it, in the imperative and without a full stop; null when the message says it all.</summary>
    public string? Help { get; init; }

    /// <summary>Other places that belong to the finding.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>How the value came to be, from where it was first written to <see cref="Location"/>; empty when it was written once.</summary>
    public ImmutableArray<RelatedLocation> Provenance { get; init; } = [];

    /// <summary>Names of the clusters that the cause reaches, in ordinal order.</summary>
    public ImmutableArray<string> Clusters { get; init; } = [];

    /// <summary>What would make the finding go away; null when nobody knows.</summary>
    public CodeFix? Fix { get; init; }

    /// <summary>What findings of other places have in common with it; null when nothing.</summary>
    internal SharedCause? Cause { get; init; }

    /// <summary>Why it is not shown; null when it is.</summary>
    internal Suppression? Suppression { get; init; }

    /// <summary>Whether the baseline, or the revision that is compared with, has it as well.</summary>
    internal bool IsKnown { get; init; }

    /// <summary>The id of the descriptor.</summary>
    public string Id => Descriptor.Id;
}
