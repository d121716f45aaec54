using System.Collections.Immutable;
using System.Text;
using FluxLint.Cli;
using FluxLint.Files;

namespace FluxLint.MSBuild;

/// <summary>
/// What a lint found, and everything that it looked at. As long as all of that is as it was, the next build reports the same
/// without a lint: time stamps alone would let findings vanish, and would not notice a deleted file.
/// </summary>
internal static class Manifest
{
    private const int Version = 1;

    /// <summary>The findings of the last lint; null when there was none, or something is different now.</summary>
    public static ImmutableArray<BuildFinding>? Replay(LintRequest request)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(PathOf(request))));
            return IsSameTool(reader, request) && IsSameRepository(reader, request) ? ReadFindings(reader) : null;
        }
        // Half a file, or the file of another version: the lint writes a new one.
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes what a lint found.</summary>
    public static void Write(LintRequest request, RecordingFileSystem recording, ImmutableArray<BuildFinding> findings) => AtomicFile.Write(PathOf(request), stream =>
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Version);
        writer.Write(request.ToString());
        foreach (var file in OwnFiles(request))
            FileStamp.Of(file).Write(writer);

        var answers = recording.Answers.ToList();
        writer.Write(answers.Count);
        foreach (var (asked, answer) in answers)
        {
            writer.Write((byte)asked.Question);
            writer.Write(asked.Path);
            writer.Write(answer);
        }
        writer.Write(recording.Contents.Count);
        foreach (var (path, stamp) in recording.Contents)
        {
            writer.Write(path);
            stamp.Write(writer);
        }

        writer.Write(findings.Length);
        foreach (var finding in findings)
            finding.Write(writer);
    });

    private static bool IsSameTool(BinaryReader reader, LintRequest request)
    {
        if (reader.ReadInt32() != Version || reader.ReadString() != request.ToString())
            return false;
        foreach (var file in OwnFiles(request))
        {
            if (FileStamp.Read(reader) != FileStamp.Of(file))
                return false;
        }
        return true;
    }

    private static bool IsSameRepository(BinaryReader reader, LintRequest request)
    {
        var disk = new DiskFileSystem(request.Root);
        var files = request.Open(disk);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var question = (Question)reader.ReadByte();
            if (Answer.To(question, reader.ReadString(), files) != reader.ReadUInt64())
                return false;
        }
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            if (FileStamp.Of(Path.Join(request.Root, disk.Resolve(reader.ReadString()).Path)) != FileStamp.Read(reader))
                return false;
        }
        return true;
    }

    private static ImmutableArray<BuildFinding> ReadFindings(BinaryReader reader)
    {
        var findings = ImmutableArray.CreateBuilder<BuildFinding>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            findings.Add(BuildFinding.Read(reader));
        return findings.ToImmutable();
    }

    /// <summary>The files whose change makes a lint necessary, whatever the repository says: the tool, and the log that it wrote.</summary>
    private static IEnumerable<string> OwnFiles(LintRequest request)
    {
        var folder = Path.GetDirectoryName(typeof(Manifest).Assembly.Location) ?? "";
        foreach (var assembly in (string[])["FluxLint.MSBuild.dll", "FluxLint.Core.dll", "FluxLint.Rules.dll"])
            yield return Path.Join(folder, assembly);
        if (request.Sarif.Length > 0)
            yield return request.Sarif;
    }

    // Projects that ask for different things keep different manifests.
    private static string PathOf(LintRequest request)
    {
        var preset = request.Preset?.ToString().ToLowerInvariant() ?? "configured";
        var settings = $"{request.ConfigurationPath}-{request.Sarif}".Aggregate(17u, (hash, character) => (hash * 31) + character);
        return Path.Join(request.CacheDirectory, $"{preset}-{settings:x8}.manifest");
    }
}
