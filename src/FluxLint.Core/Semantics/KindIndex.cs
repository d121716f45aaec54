using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Semantics;

/// <summary>Finds the schema of a kind by its name: in the definitions of a repository, else in those of Flux and Kubernetes, in the configured directories, and in the catalogue.</summary>
internal sealed class KindIndex
{
    private readonly ImmutableArray<KnownKind> near;
    private readonly ImmutableArray<SchemaDirectory> directories;

    /// <param name="repository">The repository; null for none.</param>
    /// <param name="directories">The configured directories of schemas.</param>
    /// <param name="kubernetes">The release of Kubernetes; null for the newest.</param>
    /// <param name="flux">The release of Flux; null for the newest.</param>
    public KindIndex(Repository? repository, ImmutableArray<SchemaDirectory> directories, Version? kubernetes, Version? flux)
    {
        this.directories = directories;
        IEnumerable<KnownKind> all =
        [
            .. Written(repository),
            .. Stored(SchemaStores.Kubernetes, "Kubernetes", kubernetes),
            .. Stored(SchemaStores.Flux, "Flux", flux),
            .. Stored(SchemaStores.FluxOperator, "flux-operator", release: null),
        ];
        near = [.. all.DistinctBy(kind => (kind.Group, kind.Kind))];
    }

    /// <summary>The names of all kinds but those of the catalogue.</summary>
    public IEnumerable<string> Names => near.Select(kind => kind.Kind).Distinct();

    /// <summary>The kinds that a question may be about, and what it asks of each; none when the name is not known.</summary>
    public ImmutableArray<(KnownKind Kind, KindQuery Query)> Find(KindQuery query)
    {
        if (Match(near, query) is { IsEmpty: false } found)
            return found;
        if (query.Version is { } version && directories.Select(directory => directory.Find(query.Group ?? "", version, query.Name)).FirstOrDefault(schema => schema is not null) is { } configured)
            return [(new(query.Group ?? "", query.Name, Scope: null, [new(version, () => configured)], "a configured directory of schemas"), query)];
        // The catalogue has names in lower case, and the user may know better.
        return [.. Match([.. Catalogued()], query).Select(match => match.Kind.Kind == query.Name.ToLowerInvariant() ? (match.Kind with { Kind = query.Name }, match.Query) : match)];
    }

    /// <summary>The name nearest to one that is not known; null when none is near.</summary>
    public string? Nearest(string name)
    {
        var lower = name.ToLowerInvariant();
        foreach (var kinds in (IEnumerable<KnownKind>[])[near, Catalogued()])
        {
            var names = kinds.Select(kind => kind.Kind).Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(kind => kind.ToLowerInvariant(), StringComparer.Ordinal);
            if (NearestName.Find(lower, names.Keys) is { } nearest)
                return names[nearest];
        }
        return null;
    }

    /// <summary>Of several kinds those of Kubernetes come first, its core before all, then those of Flux: as a cluster would answer.</summary>
    private static ImmutableArray<(KnownKind Kind, KindQuery Query)> Match(ImmutableArray<KnownKind> kinds, KindQuery query)
    {
        var named = kinds.Where(kind => kind.IsCalled(query.Name)).ToList();
        foreach (var kind in named.Where(kind => kind.Group.Length > 0))
        {
            if (query.WithGroup(kind.Group) is { } grouped)
                return [(kind, grouped)];
        }
        return
        [
            .. named.Where(kind => query.Group is null || kind.Group == query.Group)
                .GroupBy(kind => kind.Group.Length == 0 ? 0 : KubernetesGroups.Contains(kind.Group) ? 1 : FluxGroups.Contains(kind.Group) ? 2 : 3)
                .OrderBy(tier => tier.Key)
                .Take(1)
                .SelectMany(tier => tier.Select(kind => (kind, query))),
        ];
    }

    private static IEnumerable<KnownKind> Written(Repository? repository) =>
        from tree in repository?.YamlFiles.AsParallel().AsOrdered().Select(repository.Tree).OfType<YamlTree>() ?? Enumerable.Empty<YamlTree>()
        from document in tree.Documents
        let root = document.Expanded as YamlMapping
        where root is not null
        let definition = ResourceDefinition.Of(Resource.Of(root))
        where definition is not null
        let names = root.At("spec", "names") as YamlMapping
        select new KnownKind(definition.Group, definition.Kind, definition.Scope, Ordered(definition.Served.Select(version => new KnownVersion(version.Name, () => version.Schema))), tree.Source.Path)
        {
            OtherNames = [.. new[] { names?.Text("plural"), names?.Text("singular") }.Concat(names?.Sequence("shortNames")?.Items.OfType<YamlScalar>().Select(name => name.Value) ?? []).OfType<string>()],
        };

    private static IEnumerable<KnownKind> Stored(SchemaStore store, string product, Version? release)
    {
        var number = release is null ? store.Releases.Length - 1 : store.Nearest(release);
        var origin = $"{product} {store.Releases[number]}{(release is null ? ", the newest that is known" : "")}";
        return store.Groups.SelectMany(group => Kinds(store, group, number, origin));
    }

    private static IEnumerable<KnownKind> Catalogued()
    {
        var store = SchemaStores.Catalogue;
        var release = store.Releases[^1];
        return store.Groups.SelectMany(group => Kinds(store, group, store.Releases.Length - 1, $"the CRDs-catalog of {release.Major}-{release.Minor:00}"));
    }

    private static IEnumerable<KnownKind> Kinds(SchemaStore store, string ofGroup, int number, string origin) =>
        from stored in store.KindsOf(ofGroup)
        let versions = stored.Stored.Versions.Where(version => version.IsServed(number)).Select(version => new KnownVersion(version.Name, () => version.At(number)?.Schema?.Value))
        where versions.Any()
        select new KnownKind(ofGroup, stored.Kind, stored.Stored.Scope, Ordered(versions), origin);

    private static ImmutableArray<KnownVersion> Ordered(IEnumerable<KnownVersion> versions) => [.. versions.OrderByDescending(version => version.Rank)];
}
