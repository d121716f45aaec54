using FluxLint.Schemas;
using Store = FluxLint.Schemas.SchemaStore;

namespace FluxLint.SchemaStore;

/// <summary>What goes into a store, whatever the order in which it was added.</summary>
internal sealed class StoreContent
{
    private readonly SortedDictionary<(string Group, string Kind), ContentKind> kinds = [];
    private readonly SortedSet<Version> releases = [];

    public IReadOnlyCollection<Version> Releases => releases;

    public IEnumerable<KeyValuePair<(string Group, string Kind), ContentKind>> Kinds => kinds.Where(kind => kind.Value.Versions.Count > 0);

    public int CountKinds() => Kinds.Count();

    /// <summary>Takes over what a store has, so that a release can be added to it.</summary>
    public static StoreContent Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var store = Store.Read(() => new MemoryStream(bytes));
        var content = new StoreContent();
        foreach (var group in store.Groups)
        {
            foreach (var (kind, stored) in store.KindsOf(group))
            {
                foreach (var version in stored.Versions)
                    content.Add(store, group, kind, stored.Scope, version);
            }
        }
        return content;
    }

    public void Add(Version release, DefinedVersion version)
    {
        releases.Add(release);
        if (!kinds.TryGetValue((version.Group, version.Kind), out var kind))
            kinds[(version.Group, version.Kind)] = kind = new();
        kind.Scope = version.Scope ?? kind.Scope;
        kind.Versions[(version.Name, release)] = version;
    }

    public void Remove(Version release)
    {
        releases.Remove(release);
        foreach (var kind in kinds.Values)
        {
            foreach (var key in kind.Versions.Keys.Where(key => key.Release == release).ToList())
                kind.Versions.Remove(key);
        }
    }

    private void Add(Store store, string group, string kind, ResourceScope? scope, StoredVersion version)
    {
        foreach (var span in version.Spans)
        {
            for (var i = span.First; i <= span.Last; i++)
                Add(store.Releases[i], new(group, kind, version.Name, scope, span.State, span.Schema?.Value));
        }
    }
}
