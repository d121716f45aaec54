using System.Collections.Immutable;
using FluxLint.Kubernetes;

namespace FluxLint.Fleet;

/// <summary>A well-known Helm chart.</summary>
internal sealed record KnownChart
{
    /// <summary>Name of the chart.</summary>
    public required string Name { get; init; }

    /// <summary>Parts of a repository's URL or name that tell this chart from others of its name.</summary>
    public required ImmutableArray<string> Publishers { get; init; }

    /// <summary>The groups and kinds whose CRDs it may install.</summary>
    public required HashSet<GroupKind> Kinds { get; init; }

    /// <summary>What makes it install them: one that holds is enough.</summary>
    public required ImmutableArray<CrdInstallation> Installations { get; init; }

    /// <summary>Values that take single CRDs away.</summary>
    public required ImmutableArray<string> Unsure { get; init; }

    /// <summary>Whether clouds install the same CRDs as a managed add-on.</summary>
    public required bool IsAddon { get; init; }

    /// <summary>Whether a namespace has one release of it at most.</summary>
    public required bool IsSingle { get; init; }

    /// <summary>Values with which it may have several.</summary>
    public required ImmutableArray<string> Several { get; init; }

    /// <summary>Whether it installs CRDs of a group.</summary>
    public bool HasGroup(string group) => Kinds.Any(known => known.Group == group);

    /// <summary>Whether a chart of this name from there is this chart.</summary>
    public bool IsPublishedBy(string origin) => Publishers.Any(publisher => origin.Contains(publisher, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a release is named after it: as it is, or with a publisher before.</summary>
    public bool Names(string release) => release == Name || Publishers.Any(publisher => release == $"{publisher}-{Name}");
}
