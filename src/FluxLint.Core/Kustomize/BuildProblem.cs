using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Something wrong with a build, at the characters that cause it.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Location">The characters that cause it.</param>
/// <param name="Message">What is wrong, with real names and no full stop.</param>
public sealed record BuildProblem(BuildProblemKind Kind, Location Location, string Message)
{
    /// <summary>Other places that belong to it.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>What to do about it; null when the message says it all.</summary>
    public string? Help { get; init; }

    /// <summary>The scalar that is wrong; null when it is not one.</summary>
    public YamlScalar? Node { get; init; }

    /// <summary>Whether a part of the result is unknown because of it.</summary>
    internal bool IsGap => Kind is BuildProblemKind.RenderGap or BuildProblemKind.DisabledPlugin or BuildProblemKind.MissingInput or BuildProblemKind.Limit;

    /// <summary>What was probably meant in place of <see cref="Node"/>; null when nothing is near.</summary>
    public string? Nearest { get; init; }
}
