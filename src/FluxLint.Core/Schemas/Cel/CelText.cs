using System.Globalization;
using System.Text;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Text as expressions count it, in code points, and the text of other values.</summary>
internal static class CelText
{
    // More digits before the point are written with an exponent.
    private const int PlainDigits = 6;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The number of code points.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                length--;
        }
        return length;
    }

    /// <summary>The place of a code point in the text; null when there are fewer.</summary>
    public static int? Offset(string text, long index)
    {
        var offset = 0;
        for (; index > 0 && offset < text.Length; index--)
            offset += offset + 1 < text.Length && char.IsSurrogatePair(text[offset], text[offset + 1]) ? 2 : 1;
        return index == 0 ? offset : null;
    }

    /// <summary>What <c>string()</c> makes of a value; null when it makes nothing.</summary>
    public static string? Of(CelValue value) => value switch
    {
        Str { Value: var text } => text,
        Bool { Value: var flag } => flag ? "true" : "false",
        Int { Value: var whole } => whole.ToString(CultureInfo.InvariantCulture),
        Uint { Value: var whole } => whole.ToString(CultureInfo.InvariantCulture),
        Real { Value: var real } => Of(real),
        Bytes { Value: var bytes } => Decode(bytes.AsSpan()),
        Moment moment => CelTime.Show(moment),
        Period period => CelTime.Show(period),
        Address { Value: var address } => address.ToString(),
        Network network => $"{network.Start}/{network.Prefix}",
        Kind { Name: var name } => name,
        _ => null,
    };

    /// <summary>A number as Go's <c>%g</c> writes it.</summary>
    private static string Of(double value)
    {
        if (double.IsInfinity(value))
            return value > 0 ? "+Inf" : "-Inf";
        // The shortest digits that are this number, with the point behind the first.
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var digits = shortest.Split('E')[0].TrimStart('-').Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
        var scientific = double.IsFinite(value) && value != 0 ? value.ToString("e" + (Math.Max(1, digits) - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "e0";
        var end = scientific.IndexOf('e', StringComparison.Ordinal);
        var exponent = int.Parse(scientific[(end + 1)..], CultureInfo.InvariantCulture);
        return exponent is < -4 or >= PlainDigits
            ? string.Create(CultureInfo.InvariantCulture, $"{scientific[..end]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}")
            : shortest;
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
