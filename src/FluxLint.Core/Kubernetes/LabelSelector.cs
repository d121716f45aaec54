using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>A label selector in the string form of the Kubernetes API: <c>a=b, c!=d, e in (f, g), h notin (i), j, !k</c>.</summary>
internal sealed class LabelSelector
{
    private readonly List<Func<YamlMapping?, bool>> requirements = [];

    /// <summary>Parses a selector; an absent one matches everything.</summary>
    /// <exception cref="FormatException">The text is not a selector.</exception>
    public static LabelSelector Parse(string? text)
    {
        var selector = new LabelSelector();
        foreach (var part in Split(text ?? ""))
            selector.requirements.Add(Requirement(part));
        return selector;
    }

    public bool Matches(YamlMapping? labels) => requirements.All(requirement => requirement(labels));

    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (text[i] != ',' || depth != 0)
                continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
        if (depth != 0)
            throw new FormatException($"a parenthesis is not closed in '{text}'");
        if (text.AsSpan(start).Trim().Length > 0)
            yield return text[start..].Trim();
    }

    private static Func<YamlMapping?, bool> Requirement(string part)
    {
        if (part.Length == 0)
            throw new FormatException("a requirement is empty");
        if (part.EndsWith(')') && part.IndexOf('(') is > 0 and var open)
        {
            var values = part[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries).ToHashSet();
            return part[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                [var key, "in"] => labels => labels?.Text(key) is { } value && values.Contains(value),
                [var key, "notin"] => labels => labels?.Text(key) is not { } value || !values.Contains(value),
                _ => throw new FormatException($"'{part}' is not a requirement"),
            };
        }
        if (part.StartsWith('!'))
            return labels => labels?.Contains(part[1..].Trim()) != true;
        if (part.IndexOf("!=", StringComparison.Ordinal) is > 0 and var differs)
        {
            var (key, value) = (part[..differs].Trim(), part[(differs + 2)..].Trim());
            return labels => labels?.Text(key) != value;
        }
        if (part.IndexOf('=') is > 0 and var equals)
        {
            var (key, value) = (part[..equals].Trim(), part[(equals + 1)..].TrimStart('=').Trim());
            return labels => labels?.Text(key) == value;
        }
        if (part.Any(c => char.IsWhiteSpace(c) || c is '(' or ')'))
            throw new FormatException($"'{part}' is not a requirement");
        return labels => labels?.Contains(part) == true;
    }
}
