using System.Buffers;

namespace FluxLint.Flux;

/// <summary>Tells credentials from what stands in for them. In doubt a text is none.</summary>
internal static class SecretText
{
    private static readonly SearchValues<string> Encrypted = SearchValues.Create(
        ["ENC[AES256_GCM", "BEGIN AGE ENCRYPTED FILE", "BEGIN PGP MESSAGE", "\0GITCRYPT", "$ANSIBLE_VAULT", "sops_version", "\"sops\":"],
        StringComparison.Ordinal);

    // Of shell, templates, Argo CD's and HashiCorp's vaults, 1Password, vals, and words in brackets.
    private static readonly string[] References = ["${", "$(", "{{", "<", "[", "%", "vault:", "ref+", "op://", "ENC[", "file:", "env:", "!"];

    private static readonly SearchValues<string> PlaceholderWords = SearchValues.Create(
        ["changeme", "change-me", "change_me", "change this", "changethis", "placeholder", "replace", "redacted", "example", "dummy", "your-", "your_", "yourpass", "todo", "fixme", "insert", "xxx", "***", "...", "fake", "sample", "not-used", "unused", "mock", "notreal", "supersecret"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> KeyMarks = SearchValues.Create(
        ["PRIVATE KEY-----", "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-", "sk_live_", "AGE-SECRET-KEY-1", "hooks.slack.com/services/T"],
        StringComparison.Ordinal);

    private static readonly string[] Public = ["-----BEGIN CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----", "-----BEGIN RSA PUBLIC KEY-----", "-----BEGIN PGP PUBLIC KEY BLOCK-----", "ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-", "age1"];

    /// <summary>Whether a text is encrypted, by sops or another tool.</summary>
    public static bool IsEncrypted(string text) => text.AsSpan().ContainsAny(Encrypted) || text.Contains("\nsops:", StringComparison.Ordinal) || text.StartsWith("sops:", StringComparison.Ordinal);

    /// <summary>Whether a text is certain to be no secret: nothing, a reference, a placeholder, a switch, a small number, what is public, or encrypted.</summary>
    public static bool IsHarmless(string text)
    {
        var value = text.Trim().Trim('"', '\'');
        return value.Length < 3
            || bool.TryParse(value, out _)
            || (value.Length < 6 && value.All(char.IsAsciiDigit))
            || IsDuration(value)
            || value is "null" or "none" or "nil" or "{}" or "[]" or "n/a" or "tbd"
            || IsReference(value)
            || value.AsSpan().ContainsAny(PlaceholderWords)
            || (IsPublic(value) && !HasKeyMark(value))
            || value.Distinct().Count() < 3
            || IsEncrypted(value);
    }

    /// <summary>Whether a text is a number and a unit of time, as lifetimes of credentials are.</summary>
    private static bool IsDuration(string value) =>
        value.AsSpan().TrimStart("0123456789").Length is var unit && unit < value.Length && value[^unit..] is "ms" or "s" or "m" or "h" or "d" or "w" or "y";

    /// <summary>Whether a text says where a value comes from, or has a part that is filled in.</summary>
    public static bool IsReference(string text) =>
        text.HasVariable() || text.Contains("{{", StringComparison.Ordinal) || References.Any(start => text.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Whether a text is what settings are: a word, a path, an address, a time zone.</summary>
    public static bool IsOrdinary(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or ':')
        && (text.AsSpan().ContainsAny("./:") || text.All(c => char.IsAsciiLetterLower(c) || c is '-' or '_'));

    /// <summary>Whether a text has something in it that has the form of a key of a well-known kind, or a password in a URL.</summary>
    public static bool HasKey(string text) => HasKeyMark(text) || HasPasswordInUrl(text);

    private static bool HasKeyMark(string text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(KeyMarks); at >= 0; at = rest.IndexOfAny(KeyMarks))
        {
            rest = rest[at..];
            if (IsKey(rest))
                return true;
            rest = rest[1..];
        }
        return false;
    }

    /// <summary>Whether a text looks drawn at random: long, without words, of letters and digits.</summary>
    public static bool LooksRandom(string text)
    {
        if (text.Length is < 16 or > 512 || text.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '+' or '/' or '=')) || !text.Any(char.IsAsciiDigit) || !text.Any(char.IsAsciiLetter))
            return false;
        if (text.StartsWith('/') || Guid.TryParse(text, out _))
            return false;
        // Names are made of words; what is random changes between letters and digits all the time.
        var words = text.Split('-', '_', '/', '+', '=');
        return words.Max(word => word.Length) >= 12 && text.Distinct().Count() >= 10 && Changes(text) >= text.Length / 5;
    }

    private static int Changes(string text) => text.Zip(text.Skip(1)).Count(pair => Sort(pair.First) != Sort(pair.Second));

    private static int Sort(char c) => char.IsAsciiDigit(c) ? 0 : char.IsAsciiLetterUpper(c) ? 1 : char.IsAsciiLetterLower(c) ? 2 : 3;

    private static bool IsPublic(string value) => Public.Any(start => value.StartsWith(start, StringComparison.Ordinal));

    private static bool IsKey(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("PRIVATE KEY-----"))
            return text.Length > 100 && Token(text[16..].TrimStart()).Length >= 40;
        var token = Token(text);
        if (token.ContainsAny(PlaceholderWords) || CountDistinct(token) < 10)
            return false;
        return text[0] switch
        {
            'A' when text.StartsWith("AGE-SECRET-KEY-1") => token.Length >= 60,
            'A' => token.Length == 20 && !token.ContainsAnyExcept(UpperAndDigits),
            'h' => token.Length >= 50,
            _ => token.Length >= 24,
        };
    }

    private static readonly SearchValues<char> UpperAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly SearchValues<char> OfTokens = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=.");

    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(OfTokens) is >= 0 and var end ? text[..end] : text;

    private static int CountDistinct(ReadOnlySpan<char> text)
    {
        var seen = new HashSet<char>();
        foreach (var c in text)
            seen.Add(c);
        return seen.Count;
    }

    /// <summary>Whether a text is a URL with a user and a password before the host.</summary>
    private static bool HasPasswordInUrl(string text)
    {
        if (text.Contains('\n') || text.Contains(' ') || text.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var scheme))
            return false;
        var authority = text[(scheme + 3)..].Split('/', '?', '#')[0];
        return authority.LastIndexOf('@') is > 0 and var at && authority.IndexOf(':') is > 0 and var colon && colon < at && authority[(colon + 1)..at] is { Length: > 0 } password
            && !IsHarmless(password) && !SecretName.Is(password);
    }
}
