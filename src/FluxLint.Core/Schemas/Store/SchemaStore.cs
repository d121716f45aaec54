using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;

namespace FluxLint.Schemas;

/// <summary>
/// The schemas of a product over its releases, packed into a file that <c>tools/FluxLint.SchemaStore</c> writes. Its index says which block
/// has the kinds of a group; a block is unpacked when one of them is first asked for. Safe on many threads.
/// </summary>
internal sealed class SchemaStore
{
    private readonly Func<Stream> open;
    private readonly Dictionary<string, int> groups;
    private readonly int[] starts;
    private readonly int[] unpacked;
    private readonly StoreBlock?[] blocks;

    private SchemaStore(Func<Stream> open)
    {
        this.open = open;
        using var stream = open();
        Span<byte> lengths = stackalloc byte[8];
        stream.ReadExactly(lengths);
        var index = Unpack(stream, BinaryPrimitives.ReadInt32LittleEndian(lengths), BinaryPrimitives.ReadInt32LittleEndian(lengths[4..]));
        var cursor = new StoreCursor(index);
        var releases = new Version[cursor.Number()];
        for (var i = 0; i < releases.Length; i++)
            releases[i] = new(cursor.Number(), cursor.Number());
        Releases = [.. releases];
        unpacked = new int[cursor.Number()];
        starts = new int[unpacked.Length + 1];
        starts[0] = (int)stream.Position;
        for (var i = 0; i < unpacked.Length; i++)
        {
            starts[i + 1] = starts[i] + cursor.Number();
            unpacked[i] = cursor.Number();
        }
        blocks = new StoreBlock?[unpacked.Length];
        var count = cursor.Number();
        groups = new(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var length = cursor.Number();
            groups.Add(Encoding.UTF8.GetString(index, cursor.Skip(length), length), cursor.Number());
        }
    }

    /// <summary>The minor releases that it knows, oldest first.</summary>
    public ImmutableArray<Version> Releases { get; }

    /// <summary>All groups that it has kinds of, in order.</summary>
    public IEnumerable<string> Groups => groups.Keys;

    /// <summary>Reads a store.</summary>
    /// <param name="open">Opens its file, from the start.</param>
    public static SchemaStore Read(Func<Stream> open) => new(open);

    /// <summary>Whether it has any kind of a group.</summary>
    public bool HasGroup(string group) => groups.ContainsKey(group);

    /// <summary>A kind; null when no release has it.</summary>
    public StoredKind? Find(string group, string kind) => groups.TryGetValue(group, out var block) ? Block(block).Kinds.GetValueOrDefault(new(group, kind)) : null;

    /// <summary>All kinds of a group.</summary>
    public IEnumerable<(string Kind, StoredKind Stored)> KindsOf(string group) =>
        Block(groups[group]).Kinds.Where(kind => kind.Key.Group == group).Select(kind => (kind.Key.Kind, kind.Value));

    /// <summary>The number of a release in the store; null when it is older than all of them, or newer.</summary>
    public int? Find(Version release)
    {
        for (var i = 0; i < Releases.Length; i++)
        {
            if (Releases[i].Major == release.Major && Releases[i].Minor == release.Minor)
                return i;
        }
        return null;
    }

    /// <summary>The number of a release, or of the one that is nearest to it.</summary>
    public int Nearest(Version release) => Enumerable.Range(0, Releases.Length).MinBy(i => Math.Abs(((Releases[i].Major - release.Major) * 1000) + Releases[i].Minor - release.Minor));

    private StoreBlock Block(int index) => blocks[index] ?? Interlocked.CompareExchange(ref blocks[index], Load(index), null) ?? blocks[index] ?? Load(index);

    private StoreBlock Load(int index)
    {
        using var stream = open();
        stream.Position = starts[index];
        return new(Unpack(stream, starts[index + 1] - starts[index], unpacked[index]));
    }

    private static byte[] Unpack(Stream stream, int length, int unpacked)
    {
        var (input, output) = (new byte[length], new byte[unpacked]);
        stream.ReadExactly(input);
        return BrotliDecoder.TryDecompress(input, output, out var written) && written == unpacked ? output : throw new InvalidDataException("A store of schemas is broken");
    }
}
