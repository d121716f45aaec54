using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace FluxLint.SchemaStore;

/// <summary>
/// Writes what <c>SchemaStore</c> reads. Groups of neighbouring domains have much in common and share a block, as long as it stays
/// small enough to be unpacked in a millisecond.
/// </summary>
internal static class StoreWriter
{
    private const int MaximumKindsOfBlock = 60;
    private const int Quality = 11;
    private const int Window = 22;

    public static byte[] Write(StoreContent content)
    {
        var index = new ByteWriter();
        index.Number(content.Releases.Count);
        foreach (var release in content.Releases)
        {
            index.Number(release.Major);
            index.Number(release.Minor);
        }
        var parts = Divide(content);
        var blocks = parts.ConvertAll(part => BlockWriter.Write(part, content.Releases));
        var packed = blocks.ConvertAll(Pack);
        index.Number(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            index.Number(packed[i].Length);
            index.Number(blocks[i].Length);
        }
        var groups = parts.SelectMany((part, i) => part.Select(kind => (kind.Key.Group, Block: i))).Distinct().OrderBy(group => group.Group, StringComparer.Ordinal).ToList();
        index.Number(groups.Count);
        foreach (var (group, block) in groups)
        {
            var name = Encoding.UTF8.GetBytes(group);
            index.Number(name.Length);
            index.Bytes(name);
            index.Number(block);
        }
        return [.. Head(index.ToArray()), .. packed.SelectMany(bytes => bytes)];
    }

    /// <summary>The kinds of each block. Where there are several releases, one block has all: they differ in little.</summary>
    private static List<List<KeyValuePair<(string Group, string Kind), ContentKind>>> Divide(StoreContent content)
    {
        if (content.Releases.Count > 1)
            return [[.. content.Kinds]];
        var parts = new List<List<KeyValuePair<(string Group, string Kind), ContentKind>>>();
        foreach (var group in content.Kinds.GroupBy(kind => kind.Key.Group).OrderBy(group => string.Join('.', group.Key.Split('.').Reverse()), StringComparer.Ordinal))
        {
            if (parts is not [.., var last] || last.Count + group.Count() > MaximumKindsOfBlock)
                parts.Add(last = []);
            last.AddRange(group);
        }
        return parts;
    }

    private static byte[] Head(byte[] index)
    {
        var packed = Pack(index);
        var head = new byte[8 + packed.Length];
        BinaryPrimitives.WriteInt32LittleEndian(head, packed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), index.Length);
        packed.CopyTo(head, 8);
        return head;
    }

    private static byte[] Pack(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var written, Quality, Window) ? packed[..written] : throw new InvalidDataException("A block cannot be packed");
    }
}
