using System.Collections.Immutable;
using FluxLint.Text.Automata;

namespace FluxLint.Files;

/// <summary>Reads a <see cref="Glob"/>.</summary>
internal sealed class GlobParser(string pattern)
{
    private const int MaximumNesting = 32;

    private readonly string text = Trim(pattern);
    private int at;

    /// <summary>What is wrong with the pattern.</summary>
    public string? Problem { get; private set; }

    public Automaton? Parse()
    {
        if (pattern.Length == 0)
            return Fail("the pattern is empty");
        if (RepositoryPath.Parts(text).Contains(".."))
            return Fail($"the pattern '{pattern}' must not contain '..'");
        var whole = Alternative(nesting: 0);
        return Problem is null ? GlobPart.Compile([whole]) : null;
    }

    /// <summary>Reads up to the end, or inside of braces up to <c>,</c> or <c>}</c>.</summary>
    private Expression.Sequence Alternative(int nesting)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        while (Problem is null && at < text.Length && !(nesting > 0 && text[at] is ',' or '}'))
            Read(parts, nesting);
        return new(parts.ToImmutable());
    }

    private void Read(ImmutableArray<Expression>.Builder parts, int nesting)
    {
        switch (text[at])
        {
            case '*':
                parts.Add(Stars());
                return;
            case '?':
                at++;
                parts.Add(GlobPart.InName);
                return;
            case '[':
                at++;
                if (CharacterClassReader.Read(text, ref at) is { } set)
                    parts.Add(new Expression.Set(set));
                else
                    Fail($"the pattern '{pattern}' has a '[' that opens no valid set of characters");
                return;
            case '{':
                parts.Add(Braces(nesting + 1));
                return;
            case '}':
                Fail($"the pattern '{pattern}' has a '}}' without '{{'");
                return;
            case '\\' when ++at == text.Length:
                Fail($"the pattern '{pattern}' ends with a '\\' that has nothing to escape");
                return;
        }
        parts.Add(GlobPart.Literal(CodePoint.Read(text, ref at)));
    }

    private Expression Stars()
    {
        var start = at;
        while (at < text.Length && text[at] == '*')
            at++;
        if (at - start == 1)
        {
            // A part that is a star alone is a name, and no name is empty.
            var isName = StartsPart(start) && (at == text.Length || text[at] == '/');
            return new Expression.Repeat(GlobPart.InName, isName ? 1 : 0, null);
        }
        if (StartsPart(start) && at < text.Length && text[at] == '/')
        {
            at++;
            return GlobPart.Directories;
        }
        return new Expression.Repeat(GlobPart.Any, StartsPart(start) && start > 0 ? 1 : 0, null);
    }

    private bool StartsPart(int offset) => offset == 0 || text[offset - 1] == '/';

    private Expression.Choice Braces(int nesting)
    {
        if (nesting > MaximumNesting)
            Fail($"the pattern '{pattern}' nests braces more than {MaximumNesting} deep");
        var alternatives = ImmutableArray.CreateBuilder<Expression>();
        do
        {
            at++;
            alternatives.Add(Alternative(nesting));
        }
        while (Problem is null && at < text.Length && text[at] == ',');
        if (at++ >= text.Length)
            Fail($"the pattern '{pattern}' has a '{{' without '}}'");
        return new(alternatives.ToImmutable());
    }

    private Automaton? Fail(string problem)
    {
        Problem ??= problem;
        return null;
    }

    private static string Trim(string pattern)
    {
        var text = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        text = text == "." ? "" : text.TrimStart('/');
        return text.EndsWith('/') ? text.TrimEnd('/') : text;
    }
}
