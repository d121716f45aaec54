using System.Collections.Immutable;

namespace FluxLint.Schemas;

/// <summary>A kind in a store.</summary>
/// <param name="Scope">Where its objects live; null when its source does not say.</param>
/// <param name="Versions">Its versions, those that some release does not have among them.</param>
internal sealed record StoredKind(ResourceScope? Scope, ImmutableArray<StoredVersion> Versions)
{
    /// <summary>The version of a name; null when no release has it.</summary>
    public StoredVersion? Find(string version)
    {
        foreach (var candidate in Versions)
        {
            if (candidate.Name == version)
                return candidate;
        }
        return null;
    }

    /// <summary>The names of the versions that a release serves.</summary>
    public IEnumerable<string> Served(int release) => Versions.Where(version => version.IsServed(release)).Select(version => version.Name);
}
