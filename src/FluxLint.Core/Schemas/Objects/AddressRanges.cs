using System.Globalization;
using FluxLint.Schemas.Cel;

namespace FluxLint.Schemas;

/// <summary>Texts that are no address and no range of addresses to any API server. Older ones take leading zeros and bits behind the mask.</summary>
internal static class AddressRanges
{
    private const int Parts = 4;

    // Of no host, of the host itself, and of its own links.
    private static readonly string[] Local = ["0.0.0.0/32", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/24", "::/128", "::1/128", "fe80::/10", "ff02::/16"];

    /// <summary>Whether a text is no IP address.</summary>
    public static bool IsNoAddress(string text) => text.Contains(':') ? IsNoSix(text) : !IsFour(text);

    /// <summary>Whether a text is no range of addresses.</summary>
    public static bool IsNoRange(string text) => Split(text) is not var (address, prefix) || IsNoAddress(address) || prefix > (address.Contains(':') ? 128 : 32);

    /// <summary>Whether a range is a part of another, and smaller; null when it cannot be told.</summary>
    public static bool? IsPart(string text, string whole)
    {
        if (Read(text) is not var (part, prefix) || Read(whole) is not var (all, wider))
            return null;
        return part.Size == all.Size ? prefix > wider && part.IsIn(all, wider) : false;
    }

    /// <summary>Whether an address is of no host, or of another one from wherever it is looked at.</summary>
    public static bool IsLocal(string text) => IpAddress.Parse(text) is { } address && Array.Exists(Local, range => Read(range) is var (network, prefix) && address.IsIn(network, prefix));

    private static (IpAddress Address, int Prefix)? Read(string text) =>
        Split(text) is var (address, prefix) && IpAddress.Parse(address) is { } parsed && prefix <= parsed.Size ? (parsed, prefix) : null;

    private static (string Address, int Prefix)? Split(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0 && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) ? (text[..slash], prefix) : null;
    }

    // Addresses of IPv4 within IPv6 are some.
    private static bool IsNoSix(string text) => IpAddress.Parse(text) is null && !text.Contains('.') && !text.StartsWith("::ffff:", StringComparison.OrdinalIgnoreCase);

    private static bool IsFour(string text)
    {
        var parts = text.Split('.');
        return parts.Length == Parts && parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= byte.MaxValue);
    }
}
