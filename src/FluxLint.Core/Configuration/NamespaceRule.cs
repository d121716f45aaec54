using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>A line of the fleet's namespace policy. It matches when every list that is not empty has a pattern that does.</summary>
internal sealed record NamespaceRule
{
    /// <summary>Names of Helm releases.</summary>
    public ImmutableArray<LocatedGlob> Releases { get; init; } = [];

    /// <summary>The files that resources are written in.</summary>
    public ImmutableArray<LocatedGlob> Paths { get; init; } = [];

    /// <summary>Kinds of resources.</summary>
    public ImmutableArray<LocatedGlob> Kinds { get; init; } = [];

    /// <summary>The namespace that what matches belongs in.</summary>
    public required YamlScalar Namespace { get; init; }

    /// <summary>Whether it speaks of a resource.</summary>
    /// <param name="releaseName">The name of the Helm release; null for anything else.</param>
    /// <param name="filePath">The file that the resource was written in.</param>
    /// <param name="kind">Its kind.</param>
    public bool Matches(string? releaseName, string filePath, string kind) =>
        Holds(Releases, releaseName) && Holds(Paths, filePath) && Holds(Kinds, kind);

    private static bool Holds(ImmutableArray<LocatedGlob> patterns, string? text) =>
        patterns.IsEmpty || (text is not null && patterns.Any(pattern => pattern.Glob.Matches(text)));
}
