namespace FluxLint.Packs.Locking;

/// <summary>Finds the shortest way from a pack to a package that it takes.</summary>
internal static class PackagePath
{
    /// <summary>The way, with versions and the ranges that were asked for; null when there is none.</summary>
    public static string? To(string id, LockedPack pack)
    {
        var packages = pack.Packages.ToDictionary(package => package.Id, StringComparer.OrdinalIgnoreCase);
        var ways = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [pack.Id] = $"{pack.Id} {pack.Version}" };
        var open = new Queue<string>([pack.Id]);
        while (open.TryDequeue(out var next))
        {
            if (next.Equals(id, StringComparison.OrdinalIgnoreCase))
                return ways[next];
            foreach (var (dependency, range) in packages.GetValueOrDefault(next)?.Dependencies ?? [])
            {
                if (packages.GetValueOrDefault(dependency) is { } found && ways.TryAdd(found.Id, $"{ways[next]} -> {found.Id} {found.Version} ({range})"))
                    open.Enqueue(found.Id);
            }
        }
        return null;
    }
}
