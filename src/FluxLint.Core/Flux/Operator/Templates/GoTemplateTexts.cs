using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>Functions that work on texts.</summary>
internal static class GoTemplateTexts
{
    private const int MaximumLength = 100_000;
    private const int MaximumSought = 1_000;
    private const int MaximumProduct = 1_000_000;

    public static Dictionary<string, GoTemplateFunction> All { get; } = new(StringComparer.Ordinal)
    {
        ["toString"] = new(1, arguments => GoTemplateValues.Text(arguments[0])),
        ["print"] = new(0, arguments => string.Concat(arguments.Select(GoTemplateValues.Text)), TakesMore: true),
        ["printf"] = new(1, arguments => GoTemplateFormat.Apply(Text(arguments[0]), arguments[1..]), TakesMore: true),
        ["quote"] = new(0, arguments => string.Join(' ', arguments.Where(value => value is not null).Select(value => GoTemplateValues.Quote(GoTemplateValues.Text(value)))), TakesMore: true),
        ["squote"] = new(0, arguments => string.Join(' ', arguments.Where(value => value is not null).Select(value => $"'{GoTemplateValues.Text(value)}'")), TakesMore: true),
        ["cat"] = new(0, arguments => string.Join(' ', arguments.Where(value => value is not null).Select(GoTemplateValues.Text)).Trim(), TakesMore: true),
        ["upper"] = new(1, arguments => Text(arguments[0]).ToUpperInvariant()),
        ["lower"] = new(1, arguments => Text(arguments[0]).ToLowerInvariant()),
        ["title"] = new(1, arguments => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Text(arguments[0]))),
        ["trim"] = new(1, arguments => Text(arguments[0]).Trim()),
        ["trimAll"] = new(2, arguments => Text(arguments[1]).Trim(Sought(arguments[0]).ToCharArray())),
        ["trimPrefix"] = new(2, arguments => Text(arguments[1]) is var text && text.StartsWith(Text(arguments[0]), StringComparison.Ordinal) ? text[Text(arguments[0]).Length..] : text),
        ["trimSuffix"] = new(2, arguments => Text(arguments[1]) is var text && text.EndsWith(Text(arguments[0]), StringComparison.Ordinal) ? text[..^Text(arguments[0]).Length] : text),
        ["contains"] = new(2, arguments => Text(arguments[1]).Contains(Sought(arguments[0]), StringComparison.Ordinal)),
        ["hasPrefix"] = new(2, arguments => Text(arguments[1]).StartsWith(Text(arguments[0]), StringComparison.Ordinal)),
        ["hasSuffix"] = new(2, arguments => Text(arguments[1]).EndsWith(Text(arguments[0]), StringComparison.Ordinal)),
        ["replace"] = new(3, arguments => Replace(Text(arguments[2]), Sought(arguments[0]), Text(arguments[1]))),
        ["repeat"] = new(2, arguments => Repeat(Text(arguments[1]), GoTemplateNumbers.Whole(arguments[0]))),
        ["trunc"] = new(2, arguments => Truncate(Text(arguments[1]), GoTemplateNumbers.Whole(arguments[0]))),
        ["indent"] = new(2, arguments => Indent(Text(arguments[1]), GoTemplateNumbers.Whole(arguments[0]))),
        ["nindent"] = new(2, arguments => "\n" + Indent(Text(arguments[1]), GoTemplateNumbers.Whole(arguments[0]))),
        ["slugify"] = new(1, arguments => Slug(Text(arguments[0]))),
        ["splitList"] = new(2, arguments => Text(arguments[1]).Split(Sought(arguments[0])).ToArray<object?>()),
        ["join"] = new(2, arguments => Join(Text(arguments[0]), [.. GoTemplateCollections.List(arguments[1]).Where(value => value is not null).Select(GoTemplateValues.Text)])),
        ["b64enc"] = new(1, arguments => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(arguments[0])))),
        ["b64dec"] = new(1, arguments => Encoding.UTF8.GetString(Convert.FromBase64String(Text(arguments[0])))),
        ["sha256sum"] = new(1, arguments => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(arguments[0]))))),
        ["adler32sum"] = new(1, arguments => Checksum(Text(arguments[0]))),
        ["toJson"] = new(1, arguments => GoTemplateValues.Json(arguments[0])),
        ["toRawJson"] = new(1, arguments => GoTemplateValues.Json(arguments[0])),
        ["toYaml"] = new(1, arguments => GoTemplateValues.Yaml(arguments[0])),
        ["mustToYaml"] = new(1, arguments => GoTemplateValues.Yaml(arguments[0])),
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

    /// <summary>A text that another is searched for, which takes the product of both.</summary>
    private static string Sought(object? value) => Text(value) is { Length: <= MaximumSought } text ? text : throw new FormatException("a text to look for is too long");

    private static string Repeat(string text, long count) => count >= 0 && (text.Length == 0 || count <= MaximumLength / text.Length)
        ? text.Length == 0 ? "" : new StringBuilder().Insert(0, text, (int)count).ToString()
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
