using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint;

/// <summary>What fixes do to a repository. Nothing is written yet.</summary>
public sealed record FixResult
{
    internal FixResult()
    {
    }

    /// <summary>The files that change, in ordinal order of their paths.</summary>
    public required ImmutableArray<FileFix> Files { get; init; }

    /// <summary>The findings that are fixed.</summary>
    public required ImmutableArray<Diagnostic> Fixed { get; init; }

    /// <summary>The findings whose fix would not do: the repository would no longer build, or the finding would stay.</summary>
    public required ImmutableArray<Diagnostic> Refused { get; init; }

    /// <summary>What a lint finds once the files are changed.</summary>
    public required LintResult Remaining { get; init; }
}
