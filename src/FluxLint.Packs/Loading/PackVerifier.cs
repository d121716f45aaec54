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
            : "";
        return problem.Length == 0 ? pack : null;
    }

    private byte[]? Read(LockedPackage package, string path, string hash, out string problem)
    {
        problem = "";
        var file = new FileInfo(Path.Join(package.FolderIn(folder), path));
        try
        {
            if (!file.Exists)
                problem = $"{package.Id} {package.Version} is not in '{folder}': {Restore} fetches it";
            else if (file.Length > LargestAssembly)
                problem = $"'{file.FullName}' is larger than {LargestAssembly >> 20} MiB";
            else if (File.ReadAllBytes(file.FullName) is var bytes && Convert.ToBase64String(SHA512.HashData(bytes)) == hash)
                return bytes;
            else
                problem = $"'{file.FullName}' is not what {PackLock.FileName} has the hash of: one of the two was changed. Delete '{package.FolderIn(folder)}' and run {Restore}, and look at what it changes";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problem = $"'{file.FullName}' cannot be read: {unreadable.Message}";
        }
        return null;
    }
}
