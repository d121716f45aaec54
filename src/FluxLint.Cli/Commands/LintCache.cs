using System.Collections.Immutable;
using System.Text;
using FluxLint.Cli.Caching;
using FluxLint.Files;

namespace FluxLint.Cli.Commands;

/// <summary>Gives what the same lint gave before, as long as a repository is the same, byte for byte; or keeps what one gives.</summary>
internal sealed class LintCache
{
    private readonly CacheDirectory directory;
    private readonly string root;
    private readonly string key;
    private readonly DateOnly today;
    private readonly RecordingFileSystem recording;

    private LintCache(CacheDirectory directory, string root, string key, DateOnly today)
    {
        this.today = today;
        this.directory = directory;
        this.root = root;
        this.key = key;
        recording = new(new DiskFileSystem(root), root);
    }

    /// <summary>The repository, which takes note of what the lint asks.</summary>
    public IFileSystem Files => recording;

    /// <summary>The cache for a command line; null where there is none. Whatever may change a byte of what is given is part of its key.</summary>
    public static LintCache? Of(Session session, RepositoryRoot root, IEnumerable<string> arguments) =>
        session.Cache is { } directory && session.StepSummary is null && directory.IsOutside(root.Directory)
            ? new(directory, root.Directory, string.Join('\0', [ToolIdentity.Text, root.Directory, session.Directory, $"{session.Color} {session.Hyperlinks} {session.Width}", .. arguments]), session.Today())
            : null;

    /// <summary>What the lint gave; null when it has to be made.</summary>
    public LintOutcome? Find()
    {
        if (directory.Find(key) is not { } entry || !entry.IsFresh(new DiskFileSystem(root), root, out var isRefreshed))
            return null;
        if (isRefreshed)
            directory.Keep(key, entry);
        var outcome = Read(entry.Given);
        return outcome.HoldsUntil < today ? null : outcome;
    }

    /// <summary>Delivers an outcome, and keeps it when it arrives; the exit code.</summary>
    public int Keep(LintOutcome outcome, Func<LintOutcome, int> deliver)
    {
        var copies = outcome.Reports.Select(_ => new MemoryStream()).ToList();
        var exitCode = deliver(outcome with { Reports = [.. outcome.Reports.Select((write, i) => (Action<Stream>)(stream => write(new CopyingStream(stream, copies[i]))))] });
        if (recording.IsComplete && exitCode == outcome.ExitCode)
            directory.Keep(key, CacheEntry.Of(key, Write(outcome, copies), recording));
        return exitCode;
    }

    private static byte[] Write(LintOutcome outcome, List<MemoryStream> reports)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(outcome.ExitCode);
        writer.Write((outcome.HoldsUntil ?? DateOnly.MaxValue).DayNumber);
        writer.Write(outcome.Note);
        writer.Write(outcome.Statistics);
        writer.Write(reports.Count);
        foreach (var report in reports)
        {
            writer.Write((int)report.Length);
            report.WriteTo(stream);
        }
        return stream.ToArray();
    }

    private static LintOutcome Read(ReadOnlySpan<byte> given)
    {
        using var reader = new BinaryReader(new MemoryStream(given.ToArray()), Encoding.UTF8);
        var (exitCode, lastDay, note, statistics) = (reader.ReadInt32(), DateOnly.FromDayNumber(reader.ReadInt32()), reader.ReadString(), reader.ReadString());
        var reports = ImmutableArray.CreateBuilder<Action<Stream>>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var report = reader.ReadBytes(reader.ReadInt32());
            reports.Add(stream => stream.Write(report));
        }
        return new(note, reports.ToImmutable(), statistics, exitCode, lastDay);
    }
}
