using System.Buffers.Binary;

namespace FluxLint.SchemaStore;

/// <summary>Writes what <c>StoreCursor</c> reads.</summary>
internal sealed class ByteWriter
{
    private readonly List<byte> bytes = [];

    public int Length => bytes.Count;

    public void Number(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    public void Fraction(double value)
    {
        Span<byte> buffer = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(buffer, value);
        bytes.AddRange(buffer);
    }

    public void Bytes(ReadOnlySpan<byte> value) => bytes.AddRange(value);

    public byte[] ToArray() => [.. bytes];
}
