using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Packs;
using FluxLint.Packs.Loading;
using FluxLint.Packs.Locking;
using FluxLint.Packs.Restoring;
using FluxLint.Reporting;
using FluxLint.Text;

namespace FluxLint.Cli.Packs;

/// <summary>What <c>fluxlint packs</c> does in one repository.</summary>
/// <param name="session">The process around it.</param>
/// <param name="root">The repository.</param>
/// <param name="references">The packs that are configured.</param>
internal sealed class PackCommands(Session session, RepositoryRoot root, ImmutableArray<PackReference> references)
{
    private readonly DiskFileSystem files = new(root.Directory);

    /// <summary>Fetches what is configured, and writes the lock where that changes it.</summary>
    public Task<int> Restore(bool isLocked, CancellationToken cancellation) => Restore(isLocked, isReplaced: false, _ => false, cancellation);

    private async Task<int> Restore(bool isLocked, bool isReplaced, Func<string, bool> isUpdated, CancellationToken cancellation)
    {
        if (PackageFolder.ProblemOf(session.PackageFolder, root.Directory) is { } wrongFolder)
            return session.Fail(wrongFolder);
        var before = PackLockFile.Read(files, out var absence);
        if (isLocked && Outdated(before, absence) is { } difference)
            return session.Fail($"--locked: {difference}");
        if (before is null && files.FileExists(PackLock.FileName) && !isReplaced)
            return session.Fail(absence);
        try
        {
            using var feeds = PackageFeeds.Open(root.Directory, session.PackageFolder);
            var after = await new PackRestorer(feeds, session.PackageFolder).Restore(references, before, isUpdated, cancellation);
            if (!isLocked)
                Write(after);
            Print(before, after);
            return ExitCode.Clean;
        }
        catch (PackException failure)
        {
            return session.Fail(failure.Message);
        }
    }

    /// <summary>Looks for a pack anew, or for all.</summary>
    public Task<int> Update(string? id, CancellationToken cancellation)
    {
        if (id is null || references.Any(reference => Is(reference.Id.Value, id)))
            return Restore(isLocked: false, isReplaced: true, pack => id is null || Is(pack, id), cancellation);
        return Task.FromResult(session.Fail($"fluxlint.yaml has no pack '{id}'{(Suggestion.For(id, references.Select(reference => reference.Id.Value)) is { } nearest ? $"; {nearest.Question}" : "")}"));
    }

    /// <summary>Lists the packs and their rules.</summary>
    public int List(RuleSet rules, bool isAllowed)
    {
        if (references.IsEmpty)
        {
            session.Note("fluxlint.yaml names no packs");
            return ExitCode.Clean;
        }
        var permission = isAllowed ? PackPermission.All : session.AllowedPacks;
        var options = new PackOptions { Root = root.Directory, Folder = session.PackageFolder, IsAllowed = permission.Allows, Time = session.PackLimits.Time, Bytes = session.PackLimits.Bytes };
        using var loaded = LoadedPacks.Load(files, references, rules.Infos, options);
        var verifier = new PackVerifier(PackLockFile.Read(files, out var absence), absence, options.Folder);
        foreach (var reference in references)
        {
            var id = reference.Id.Value;
            Print($"{id} {reference.Version.Value}");
            if (verifier.Find(reference, out var problem) is { } pack)
                Print($"  locked   {pack.Version} in {pack.Packages.First(package => Is(package.Id, id)).FolderIn(options.Folder)}");
            Print(loaded.Packs.FirstOrDefault(candidate => Is(candidate.Name, id)) is { } found
                ? $"  rules    {string.Join(", ", found.Rules.Select(rule => rule.Describe().Id))}"
                : $"  left out {(problem.Length > 0 ? problem : loaded.LeftOut.First(left => Is(left.Id, id)).Reason)}");
        }
        return ExitCode.Clean;
    }

    /// <summary>Shows how packs come to take a package.</summary>
    public int Why(string id)
    {
        if (PackLockFile.Read(files, out var absence) is not { } content)
            return session.Fail(absence);
        var ways = content.Packs.Select(pack => PackagePath.To(id, pack)).OfType<string>().ToList();
        foreach (var way in ways)
            Print(way);
        var known = content.Packs.SelectMany(pack => pack.Packages).Select(package => package.Id).Distinct();
        return ways.Count > 0 ? ExitCode.Clean
            : session.Fail($"no pack takes a package '{id}'{(Suggestion.For(id, known) is { } nearest ? $"; {nearest.Question}" : "")}");
    }

    private string? Outdated(PackLock? content, string absence)
    {
        var verifier = new PackVerifier(content, absence, session.PackageFolder);
        foreach (var reference in references)
        {
            if (verifier.Find(reference, out var problem) is null)
                return content is null ? problem : $"{reference.Id.Value}: {problem}";
        }
        return content?.Packs.FirstOrDefault(pack => !references.Any(reference => Is(reference.Id.Value, pack.Id))) is { } left
            ? $"{PackLock.FileName} has {left.Id}, which the configuration does not name any more"
            : null;
    }

    private void Write(PackLock content)
    {
        var isThere = files.FileExists(PackLock.FileName);
        var bytes = PackLockFile.ToBytes(content);
        if ((isThere || !references.IsEmpty) && !(isThere && files.ReadAllBytes(PackLock.FileName).AsSpan().SequenceEqual(bytes)))
            AtomicFile.Write(Path.Join(root.Directory, PackLock.FileName), stream => stream.Write(bytes));
    }

    private void Print(PackLock? before, PackLock after)
    {
        if (references.IsEmpty)
            session.Note("fluxlint.yaml names no packs");
        foreach (var pack in after.Packs)
        {
            var known = before?.Find(pack.Id)?.Version;
            Print($"{pack.Id} {pack.Version}{(known is null ? " (new)" : known == pack.Version ? "" : $" (was {known})")}");
        }
    }

    // Ids and versions are what a lock, a package or a feed says.
    private void Print(string line) => session.Print(SafeText.Of(line));

    private static bool Is(string id, string other) => id.Equals(other, StringComparison.OrdinalIgnoreCase);
}
