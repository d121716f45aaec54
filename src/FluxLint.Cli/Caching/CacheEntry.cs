using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FluxLint.Files;

namespace FluxLint.Cli.Caching;

/// <summary>
/// What a run gave, and everything that it asked of the file system. As long as the answers are the same, so is what the run gives. In
/// order: a checksum, the version of this layout, the moment of the stamps, the key, what was given, and each question with its stamp and answer.
/// </summary>
internal sealed class CacheEntry
{
    private const int Version = 1;
    private const int VersionOffset = SHA256.HashSizeInBytes;
    private const int MomentOffset = VersionOffset + sizeof(int);
    private const int KeyOffset = MomentOffset + sizeof(long);

    private readonly byte[] bytes;
    private readonly int questions;
    private readonly Range given;

    private CacheEntry(byte[] bytes, Range given, int questions)
    {
        this.bytes = bytes;
        this.given = given;
        this.questions = questions;
    }

    /// <summary>The bytes to keep.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>What the run gave.</summary>
    public ReadOnlySpan<byte> Given => bytes.AsSpan(given);

    /// <summary>Makes an entry of a run that is over.</summary>
    public static CacheEntry Of(string key, ReadOnlySpan<byte> given, RecordingFileSystem recording)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(new byte[SHA256.HashSizeInBytes]);
        writer.Write(Version);
        writer.Write(recording.Started);
        WriteText(writer, Encoding.UTF8.GetBytes(key));
        WriteText(writer, given);
        foreach (var (question, path, stamp, answer) in recording.Answers)
        {
            writer.Write((byte)question);
            WriteText(writer, Encoding.UTF8.GetBytes(path));
            writer.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<FileStamp>(in stamp)));
            writer.Write((ulong)answer);
            writer.Write((ulong)(answer >> 64));
        }
        var bytes = stream.ToArray();
        Seal(bytes);
        return Read(bytes, key) ?? throw new InvalidOperationException("what is written cannot be read");
    }

    /// <summary>Reads an entry; null when the bytes are not whole, of another version, or of a run that another key stands for.</summary>
    public static CacheEntry? Read(byte[] bytes, string key)
    {
        if (bytes.Length < KeyOffset + (2 * sizeof(int)) || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(VersionOffset)) != Version)
            return null;
        if (!SHA256.HashData(bytes.AsSpan(VersionOffset)).AsSpan().SequenceEqual(bytes.AsSpan(0, VersionOffset)))
            return null;
        var position = KeyOffset;
        if (!ReadText(bytes, ref position).SequenceEqual(Encoding.UTF8.GetBytes(key)))
            return null;
        var length = ReadText(bytes, ref position).Length;
        return new(bytes, (position - length)..position, position);
    }

    /// <summary>Whether the run would be given the same answers now. Takes note of new stamps where only those are different.</summary>
    /// <param name="files">The file system to ask.</param>
    /// <param name="root">Full path of its root.</param>
    /// <param name="isRefreshed">Whether there were such stamps, so that the bytes are worth to be kept anew.</param>
    public bool IsFresh(IFileSystem files, string root, out bool isRefreshed)
    {
        isRefreshed = false;
        var now = FileStamp.Now;
        var moment = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(MomentOffset));
        var full = new PathBuffer(root);
        for (var position = questions; position < bytes.Length; position += FileStamp.Size + Answer.Size)
        {
            var question = (Question)bytes[position++];
            var path = ReadText(bytes, ref position);
            var known = MemoryMarshal.Read<FileStamp>(bytes.AsSpan(position));
            var stamp = known == FileStamp.None ? known : FileStamp.Of(full.With(path));
            if (stamp == known && stamp.IsSettled(moment))
                continue;
            if (!HasAnswer(question, Encoding.UTF8.GetString(path), files, BinaryPrimitives.ReadUInt128LittleEndian(bytes.AsSpan(position + FileStamp.Size))))
                return false;
            isRefreshed |= stamp.IsSettled(now);
            MemoryMarshal.Write(bytes.AsSpan(position), in stamp);
        }
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(MomentOffset), now);
        if (isRefreshed)
            Seal(bytes);
        return true;
    }

    private static bool HasAnswer(Question question, string path, IFileSystem files, UInt128 answer)
    {
        try
        {
            return Answer.To(question, path, files) == answer;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Seal(byte[] bytes) => SHA256.HashData(bytes.AsSpan(VersionOffset), bytes);

    private static void WriteText(BinaryWriter writer, ReadOnlySpan<byte> text)
    {
        writer.Write(text.Length);
        writer.Write(text);
    }

    private static ReadOnlySpan<byte> ReadText(byte[] bytes, ref int position)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(position));
        var text = bytes.AsSpan(position + sizeof(int), length);
        position += sizeof(int) + length;
        return text;
    }

    /// <summary>Full paths in UTF-8 with a zero at the end, one after another in the same place.</summary>
    private sealed class PathBuffer
    {
        private readonly int prefix;
        private byte[] buffer;

        public PathBuffer(string root)
        {
            buffer = Encoding.UTF8.GetBytes(Path.TrimEndingDirectorySeparator(root) + '/');
            prefix = buffer.Length;
        }

        public ReadOnlySpan<byte> With(ReadOnlySpan<byte> path)
        {
            if (buffer.Length <= prefix + path.Length)
                Array.Resize(ref buffer, 2 * (prefix + path.Length + 1));
            path.CopyTo(buffer.AsSpan(prefix));
            buffer[prefix + path.Length] = 0;
            return buffer.AsSpan(0, prefix + path.Length + 1);
        }
    }
}
