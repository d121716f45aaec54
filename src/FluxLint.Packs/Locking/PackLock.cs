namespace FluxLint.Packs.Locking;

/// <summary>What <c>fluxlint.lock.json</c> says.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Packs">The packs.</param>
internal sealed record PackLock(int Version, IReadOnlyList<LockedPack> Packs)
{
    /// <summary>The name of the file, which stands at the root of a repository.</summary>
    public const string FileName = "fluxlint.lock.json";

    /// <summary>The version of the format that is written.</summary>
    public const int CurrentVersion = 1;

    /// <summary>A lock without packs.</summary>
    public static PackLock Empty { get; } = new(CurrentVersion, []);

    /// <summary>The entry of a pack; null when there is none.</summary>
    public LockedPack? Find(string id) => Packs.FirstOrDefault(pack => pack.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
