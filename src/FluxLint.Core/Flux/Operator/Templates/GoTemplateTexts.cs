using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>Functions that work on texts.</summary>
internal static class GoTemplateTexts
{
    private const int MaximumLength = 100_000;
    private const int MaximumProduct = 10_000_000;

    public static Dictionary<string, Func<object?[], object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["toString"] = arguments => GoTemplateValues.Text(arguments[0]),
        ["print"] = arguments => string.Concat(arguments.Select(GoTemplateValues.Text)),
        ["printf"] = arguments => GoTemplateFormat.Apply(Text(arguments[0]), arguments[1..]),
        ["quote"] = arguments => string.Join(' ', arguments.Where(value => value is not null).Select(value => GoTemplateValues.Quote(GoTemplateValues.Text(value)))),
        ["squote"] = arguments => string.Join(' ', arguments.Where(value => value is not null).Select(value => $"'{GoTemplateValues.Text(value)}'")),
        ["cat"] = arguments => string.Join(' ', arguments.Where(value => value is not null).Select(GoTemplateValues.Text)).Trim(),
        ["upper"] = arguments => Text(arguments[0]).ToUpperInvariant(),
        ["lower"] = arguments => Text(arguments[0]).ToLowerInvariant(),
        ["title"] = arguments => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Text(arguments[0])),
        ["trim"] = arguments => Text(arguments[0]).Trim(),
        ["trimAll"] = arguments => Text(arguments[1]).Trim(Text(arguments[0]).ToCharArray()),
        ["trimPrefix"] = arguments => Text(arguments[1]) is var text && text.StartsWith(Text(arguments[0]), StringComparison.Ordinal) ? text[Text(arguments[0]).Length..] : text,
        ["trimSuffix"] = arguments => Text(arguments[1]) is var text && text.EndsWith(Text(arguments[0]), StringComparison.Ordinal) ? text[..^Text(arguments[0]).Length] : text,
        ["contains"] = arguments => Text(arguments[1]).Contains(Text(arguments[0]), StringComparison.Ordinal),
        ["hasPrefix"] = arguments => Text(arguments[1]).StartsWith(Text(arguments[0]), StringComparison.Ordinal),
        ["hasSuffix"] = arguments => Text(arguments[1]).EndsWith(Text(arguments[0]), StringComparison.Ordinal),
        ["replace"] = arguments => Replace(Text(arguments[2]), Text(arguments[0]), Text(arguments[1])),
        ["repeat"] = arguments => Repeat(Text(arguments[1]), GoTemplateNumbers.Whole(arguments[0])),
        ["trunc"] = arguments => Truncate(Text(arguments[1]), GoTemplateNumbers.Whole(arguments[0])),
        ["indent"] = arguments => Indent(Text(arguments[1]), GoTemplateNumbers.Whole(arguments[0])),
        ["nindent"] = arguments => "\n" + Indent(Text(arguments[1]), GoTemplateNumbers.Whole(arguments[0])),
        ["slugify"] = arguments => Slug(Text(arguments[0])),
        ["splitList"] = arguments => Text(arguments[1]).Split(Text(arguments[0])).ToArray<object?>(),
        ["join"] = arguments => Join(Text(arguments[0]), [.. GoTemplateCollections.List(arguments[1]).Where(value => value is not null).Select(GoTemplateValues.Text)]),
        ["b64enc"] = arguments => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(arguments[0]))),
        ["b64dec"] = arguments => Encoding.UTF8.GetString(Convert.FromBase64String(Text(arguments[0]))),
        ["sha256sum"] = arguments => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(arguments[0])))),
        ["adler32sum"] = arguments => Checksum(Text(arguments[0])),
        ["toJson"] = arguments => GoTemplateValues.Json(arguments[0]),
        ["toRawJson"] = arguments => GoTemplateValues.Json(arguments[0]),
        ["toYaml"] = arguments => GoTemplateValues.Yaml(arguments[0]),
        ["mustToYaml"] = arguments => GoTemplateValues.Yaml(arguments[0]),
    };

    /// <summary>The Adler-32 checksum as a decimal number, which flux-operator takes for identifiers.</summary>
    public static string Checksum(string text)
    {
        var (low, high) = (1u, 0u);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            low = (low + value) % 65521;
            high = (high + low) % 65521;
        }
        return ((high << 16) | low).ToString(CultureInfo.InvariantCulture);
    }

    // Go takes texts alone where a function is declared for them.
    private static string Text(object? value) => (string?)value ?? throw new InvalidCastException();

    private static string Repeat(string text, long count) => count is >= 0 && count * text.Length <= MaximumLength
        ? string.Concat(Enumerable.Repeat(text, (int)count))
        : throw new FormatException("a text is repeated too often");

    private static string Truncate(string text, long length) => length switch
    {
        < 0 when text.Length + length > 0 => text[(int)(text.Length + length)..],
        >= 0 when text.Length > length => text[..(int)length],
        _ => text,
    };

    private static string Indent(string text, long count)
    {
        var padding = Repeat(" ", count);
        return padding + Replace(text, "\n", "\n" + padding);
    }

    private static string Replace(string text, string old, string added)
    {
        if (old.Length == 0)
            throw new FormatException("'replace' replaces no empty text");
        Check((long)text.Length / old.Length * added.Length);
        return text.Replace(old, added, StringComparison.Ordinal);
    }

    private static string Join(string separator, string[] items)
    {
        Check((long)separator.Length * items.Length);
        return string.Join(separator, items);
    }

    private static void Check(long length)
    {
        if (length > MaximumProduct)
            throw new FormatException("a text becomes too long");
    }

    /// <summary>A text as gosimple/slug makes it a label: at most 63 characters, cut between words.</summary>
    private static string Slug(string text)
    {
        if (!Ascii.IsValid(text))
            throw new FormatException("'slugify' is carried out for ASCII alone");
        var slug = new StringBuilder();
        foreach (var c in text.Trim().Replace("&", "and", StringComparison.Ordinal).Replace("@", "at", StringComparison.Ordinal).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '_')
                slug.Append(c);
            else if (c is not ('"' or '\'') && (slug.Length == 0 || slug[^1] != '-'))
                slug.Append('-');
        }
        var whole = slug.ToString().Trim('-', '_');
        if (whole.Length <= 63)
            return whole;
        var cut = whole.LastIndexOf('-', 63);
        return cut > 0 ? whole[..cut] : whole[..63];
    }
}
