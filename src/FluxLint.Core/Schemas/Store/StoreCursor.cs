using System.Buffers.Binary;

namespace FluxLint.Schemas;

/// <summary>Reads the numbers of a store one after the other: seven bits a byte, the lowest first.</summary>
internal ref struct StoreCursor(ReadOnlySpan<byte> data, int position = 0)
{
    private readonly ReadOnlySpan<byte> data = data;

    /// <summary>Where the next number starts.</summary>
    public int Position { get; private set; } = position;

    public int Number()
    {
        var (value, shift) = (0, 0);
        while (true)
        {
            var part = data[Position++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
                return value;
            shift += 7;
        }
    }

    /// <summary>A number that need not be whole.</summary>
    public double Fraction()
    {
        var value = BinaryPrimitives.ReadDoubleLittleEndian(data[Position..]);
        Position += sizeof(double);
        return value;
    }

    /// <summary>Skips what is read elsewhere, and says where it starts.</summary>
    public int Skip(int length)
    {
        var start = Position;
        Position += length;
        return start;
    }
}
