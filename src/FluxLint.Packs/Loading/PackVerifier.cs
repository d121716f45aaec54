using System.Collections.Immutable;
using System.Security.Cryptography;
using FluxLint.Configuration;
using FluxLint.Packs.Locking;

namespace FluxLint.Packs.Loading;

/// <summary>Holds packs against the lock: what is configured, and what lies on the disk.</summary>
/// <param name="content">The lock; null when there is none.</param>
/// <param name="absence">Why there is none.</param>
/// <param name="folder">The folder of packages.</param>
internal sealed class PackVerifier(PackLock? content, string absence, string folder)
{
    private const long LargestAssembly = 64 << 20;

    private const string Restore = "'fluxlint packs restore'";

    /// <summary>The assemblies of a pack, read once; null when something is not as it was locked.</summary>
    /// <param name="reference">The entry of the configuration.</param>
    /// <param name="problem">What is not; empty when all is.</param>
    public VerifiedPack? Verify(PackReference reference, out string problem)
    {
        if (Find(reference, out problem) is not { } pack)
            return null;
        var assemblies = ImmutableArray.CreateBuilder<VerifiedAssembly>();
        foreach (var package in pack.Packages)
        {
            foreach (var (path, hash) in package.Assemblies)
            {
                if (Read(package, path, hash, out problem) is not { } bytes)
                    return null;
                assemblies.Add(new(Path.GetFileNameWithoutExtension(path), bytes, package.Id.Equals(pack.Id, StringComparison.OrdinalIgnoreCase)));
            }
        }
        if (GraphProblem(pack) is { } wrong)
        {
            problem = wrong;
            return null;
        }
        return new(new(pack.Id, pack.Version), assemblies.ToImmutable());
    }

    /// <summary>The entry of the lock for one of the configuration; null when there is none, or it is out of date.</summary>
    public LockedPack? Find(PackReference reference, out string problem)
    {
        problem = absence;
        if (content is null)
            return null;
        var pack = content.Find(reference.Id.Value);
        problem = pack is null ? $"{PackLock.FileName} does not have it: {Restore} locks it"
            : pack.Requested != reference.Version.Value ? $"the configuration asks for {reference.Version.Value}, and {PackLock.FileName} has what {pack.Requested} asked for: {Restore} brings it up to date"
            : Mismatch(reference, pack);
        return problem.Length == 0 ? pack : null;
    }

    private static string Mismatch(PackReference reference, LockedPack pack)
    {
        // Most ask for one version, and need nothing of NuGet to be loaded.
        if (reference.Version.Value == pack.Version)
            return "";
        try
        {
            return RequestedVersion.Of(reference).Accepts(pack.Version) ? "" : $"the configuration asks for {reference.Version.Value}, and {PackLock.FileName} has {pack.Version}: {Restore} brings it up to date";
        }
        catch (PackException wrong)
        {
            return wrong.Message;
        }
    }

    private byte[]? Read(LockedPackage package, string path, string hash, out string problem)
    {
        var file = Path.GetFullPath(Path.Join(package.FolderIn(folder), path));
        if (!File.Exists(file))
            problem = $"{package.Id} {package.Version} is not in '{folder}': {Restore} fetches it";
        else if (RegularFile.Read(file, LargestAssembly, out problem) is { } bytes)
        {
            if (Convert.ToBase64String(SHA512.HashData(bytes)) == hash)
                return bytes;
            problem = $"'{file}' is not what {PackLock.FileName} has the hash of: one of the two was changed. Delete '{package.FolderIn(folder)}' and run {Restore}, and look at what it changes";
        }
        return null;
    }

    private string? GraphProblem(LockedPack pack)
    {
        try
        {
            return LockedGraph.ProblemOf(pack, folder) is { } problem ? $"{problem}: the lock was changed. 'fluxlint packs update {pack.Id}' writes it anew" : null;
        }
        catch (PackException unreadable)
        {
            return $"{unreadable.Message}: delete its folder, and run {Restore}";
        }
    }
}
