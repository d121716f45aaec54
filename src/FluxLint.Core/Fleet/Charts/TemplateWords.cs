namespace FluxLint.Fleet;

/// <summary>
/// The words within the actions (<c>{{ ... }}</c>) of a chart's templates. It tells that a value is not read, never that it is:
/// a word may be anything.
/// </summary>
internal sealed class TemplateWords
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> wholes = new(StringComparer.Ordinal);

    /// <summary>Whether the values as a whole go somewhere, so that any of them may be read.</summary>
    public bool TakeAll => wholes.Contains("Values");

    /// <summary>Whether a value of this name may be read.</summary>
    public bool Mention(string name) => words.Contains(name);

    /// <summary>Whether a value of this name may be read with all that is in it: somewhere no field of it is named.</summary>
    public bool TakeWhole(string name) => wholes.Contains(name);

    /// <summary>Adds the words of a text that names values without reading them as a whole.</summary>
    public void AddNames(string text)
    {
        for (var start = 0; Next(text, start, text.Length) is var (first, end); start = end)
            words.Add(text[first..end]);
    }

    /// <summary>Adds the words within the actions of a template.</summary>
    public void AddTemplate(string text)
    {
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var close = text.IndexOf("}}", at + 2, StringComparison.Ordinal);
            var end = close < 0 ? text.Length : close;
            AddAction(text, at + 2, end);
            at = end;
        }
    }

    private void AddAction(string text, int start, int end)
    {
        while (Next(text, start, end) is var (first, last))
        {
            var isFieldNamed = last + 1 < end && text[last] == '.' && IsWord(text[last + 1]);
            var word = text[first..last];
            Add(word, isFieldNamed);
            // A hyphen belongs to a name in quotes only.
            var parts = word.Split('-', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; parts.Length > 1 && i < parts.Length; i++)
                Add(parts[i], isFieldNamed && i == parts.Length - 1);
            start = last;
        }
    }

    private void Add(string word, bool isFieldNamed)
    {
        words.Add(word);
        if (!isFieldNamed)
            wholes.Add(word);
    }

    private static (int Start, int End)? Next(string text, int start, int end)
    {
        while (start < end && !IsWord(text[start]))
            start++;
        var last = start;
        while (last < end && (IsWord(text[last]) || text[last] == '-'))
            last++;
        return start < end ? (start, last) : null;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
