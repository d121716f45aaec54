using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Fleet;

/// <summary>
/// What configuration says that clusters have without the repository's doing. A list that is there is complete: what is
/// neither in it nor in the repository is missing. A list that is null says nothing.
/// </summary>
internal sealed record ProvidedNames
{
    /// <summary>Nothing is said.</summary>
    public static ProvidedNames Unsaid { get; } = new();

    /// <summary>Names of namespaces.</summary>
    public ImmutableArray<LocatedGlob>? Namespaces { get; init; }

    /// <summary>Custom resource definitions, as <c>Kind.group</c>.</summary>
    public ImmutableArray<LocatedGlob>? Crds { get; init; }

    /// <summary>ConfigMaps, as <c>namespace/name</c>.</summary>
    public ImmutableArray<LocatedGlob>? ConfigMaps { get; init; }

    /// <summary>Secrets, as <c>namespace/name</c>.</summary>
    public ImmutableArray<LocatedGlob>? Secrets { get; init; }

    /// <summary>Service accounts, as <c>namespace/name</c>.</summary>
    public ImmutableArray<LocatedGlob>? ServiceAccounts { get; init; }

    /// <summary>The lists, and those of other ones that are not here.</summary>
    internal ProvidedNames Over(ProvidedNames below) => new()
    {
        Namespaces = Namespaces ?? below.Namespaces,
        Crds = Crds ?? below.Crds,
        ConfigMaps = ConfigMaps ?? below.ConfigMaps,
        Secrets = Secrets ?? below.Secrets,
        ServiceAccounts = ServiceAccounts ?? below.ServiceAccounts,
    };

    /// <summary>Whether a list has a name; null when there is no list.</summary>
    internal static bool? Has(ImmutableArray<LocatedGlob>? list, string name) =>
        list is { } patterns ? patterns.Any(pattern => pattern.Glob.Matches(name)) : null;
}
