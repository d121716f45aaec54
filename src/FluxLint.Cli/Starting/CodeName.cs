namespace FluxLint.Cli.Starting;

/// <summary>Names that are to stand in C#: of packs, which are namespaces and packages as well, and of rules, which have a name in kebab case.</summary>
internal static class CodeName
{
    private const string BuiltInPrefix = "FLX";

    // A package cannot depend on one of its own name, and in a namespace inside of these their names would mean others.
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase) { "FluxLint", "Xunit", "System", "Microsoft" };

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do", "double", "else", "enum",
        "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace",
        "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static",
        "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>What the ids of a pack begin with: the letters at the start of its name, in capitals.</summary>
    public static string PrefixOf(string pack) => string.Concat(pack.TakeWhile(char.IsAsciiLetter)).ToUpperInvariant();

    /// <summary>Why a text cannot be the name of a pack; null when it can.</summary>
    public static string? ProblemOfPack(string name)
    {
        if (!name.Split('.').All(IsIdentifier) || !char.IsAsciiLetter(name[0]))
            return $"'{name}' cannot be the name of a pack: it is to be a namespace and a package, as 'Contoso.FluxLint' is";
        if (name.Split('.').FirstOrDefault(Keywords.Contains) is { } keyword)
            return $"'{name}' cannot be the name of a pack: '{keyword}' is a word of C#";
        if (name.Split('.')[0] is var first && Taken.Contains(first))
            return $"'{name}' cannot be the name of a pack: what it is built with begins with {first} as well; 'Contoso.FluxLint' would do";
        return PrefixOf(name).StartsWith(BuiltInPrefix, StringComparison.Ordinal) ? $"'{name}' cannot be the name of a pack: its ids would begin with {BuiltInPrefix}, as those of the built-in rules do" : null;
    }

    /// <summary>The class of a rule that is named by it, or in kebab case; null when the text is neither.</summary>
    public static string? ClassOf(string name)
    {
        if (name.Length > 0 && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetterOrDigit))
            return name;
        var words = name.Split('-');
        return words.All(word => word.Length > 0 && char.IsAsciiLetterLower(word[0]) && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
            ? string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]))
            : null;
    }

    /// <summary>The name in kebab case that a rule has by its class.</summary>
    public static string KebabOf(string rule) =>
        string.Concat(rule.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private static bool IsIdentifier(string text) => text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
