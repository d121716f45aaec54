using System.Globalization;

namespace FluxLint.Schemas.Cel;

/// <summary>An address of the internet protocol, as Go's <c>netip.ParseAddr</c> reads it, without zones and without IPv4 in IPv6.</summary>
/// <param name="Bits">The address as a number.</param>
/// <param name="Size">How many bits it has: 32 or 128.</param>
internal readonly record struct IpAddress(UInt128 Bits, int Size)
{
    private const int Groups = 8;

    /// <summary>Reads an address; null when a text is none.</summary>
    public static IpAddress? Parse(string text)
    {
        if (!text.Contains(':'))
            return ParseFour(text) is { } four ? new(four, 32) : null;
        var halves = text.Split("::");
        if (halves.Length > 2 || ParseGroups(halves[0], halves.Length == 1) is not { } first || ParseGroups(halves.Length == 2 ? halves[1] : "", isLast: true) is not { } last)
            return null;
        var missing = Groups - first.Count - last.Count;
        if (halves.Length == 1 ? missing != 0 : missing < 1)
            return null;
        UInt128 bits = 0;
        foreach (var group in first.Concat(Enumerable.Repeat(0u, missing)).Concat(last))
            bits = (bits << 16) | group;
        return bits >> 32 == 0xFFFF ? null : new(bits, 128);
    }

    /// <summary>The address with nothing behind so many bits.</summary>
    public IpAddress Masked(int prefix) => this with { Bits = prefix == 0 ? 0 : Bits >> (Size - prefix) << (Size - prefix) };

    public bool IsIn(IpAddress network, int prefix) => Size == network.Size && Masked(prefix) == network.Masked(prefix);

    /// <inheritdoc/>
    public override string ToString()
    {
        if (Size == 32)
            return string.Create(CultureInfo.InvariantCulture, $"{(byte)(Bits >> 24)}.{(byte)(Bits >> 16)}.{(byte)(Bits >> 8)}.{(byte)Bits}");
        var bits = Bits;
        var groups = Enumerable.Range(0, Groups).Select(index => (ushort)(bits >> (16 * (Groups - 1 - index)))).ToList();
        var (start, length) = Zeros(groups);
        var shown = groups.ConvertAll(group => group.ToString("x", CultureInfo.InvariantCulture));
        return length < 2 ? string.Join(':', shown) : $"{string.Join(':', shown.Take(start))}::{string.Join(':', shown.Skip(start + length))}";
    }

    /// <summary>The first of the longest runs of zeros.</summary>
    private static (int Start, int Length) Zeros(List<ushort> groups)
    {
        var best = (Start: 0, Length: 0);
        for (var start = 0; start < groups.Count; start++)
        {
            var length = groups.Skip(start).TakeWhile(group => group == 0).Count();
            if (length > best.Length)
                best = (start, length);
        }
        return best;
    }

    private static List<uint>? ParseGroups(string text, bool isLast)
    {
        var groups = new List<uint>();
        var parts = text.Length == 0 ? [] : text.Split(':');
        for (var i = 0; i < parts.Length; i++)
        {
            if (isLast && i == parts.Length - 1 && ParseFour(parts[i]) is { } four)
                groups.AddRange([four >> 16, four & 0xFFFF]);
            else if (parts[i].Length is > 0 and <= 4 && uint.TryParse(parts[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var group))
                groups.Add(group);
            else
                return null;
        }
        return groups;
    }

    private static uint? ParseFour(string text)
    {
        var parts = text.Split('.');
        uint bits = 0;
        foreach (var part in parts)
        {
            // A zero in front would be octal to some.
            if (!byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || part is ['0', _, ..])
                return null;
            bits = (bits << 8) | value;
        }
        return parts.Length == 4 ? bits : null;
    }
}
