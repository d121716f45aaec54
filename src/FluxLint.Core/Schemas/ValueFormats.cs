using System.Globalization;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Functions;

namespace FluxLint.Schemas;

/// <summary>The formats of texts that the API server knows (apiextensions, <c>pkg/apiserver/validation/formats.go</c>). Of others nothing is said.</summary>
internal static class ValueFormats
{
    /// <summary>The format of what built-in kinds measure, as <c>500m</c>. A definition that calls a field a quantity asks for nothing by that.</summary>
    public const string Quantity = "kubernetes-quantity";

    /// <summary>What a text of a format must be, where it is not; null when it is, or nothing is known of the format.</summary>
    public static string? Problem(string format, string text) => format switch
    {
        Quantity => Quantities.Parse(text.Trim()) is null ? "a quantity such as '500m' or '2Gi'" : null,
        "date-time" => CelTime.ParseMoment(text) is null ? "a date with a time and a zone" : null,
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "a date",
        "duration" => IsDuration(text) ? null : "a duration such as '1h30m'",
        "byte" => IsBase64(text) ? null : "in base64",
        "ipv4" => IpAddress.Parse(text) is { Size: 32 } ? null : "an address of IPv4",
        "ipv6" => text.Contains(':', StringComparison.Ordinal) ? null : "an address of IPv6",
        "uuid" => Guid.TryParse(text, CultureInfo.InvariantCulture, out _) ? null : "a UUID",
        _ => null,
    };

    /// <summary>Go's durations, and such as <c>2 weeks</c>: a number and a unit at least.</summary>
    private static bool IsDuration(string text) => text == "0" || (text.Any(char.IsAsciiDigit) && text.Any(char.IsLetter));

    private static bool IsBase64(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) && !text.Contains('\t', StringComparison.Ordinal) && Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
