using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Files;
using FluxLint.Text.Automata;

namespace FluxLint.Configuration;

/// <summary>
/// Reads the name of a section of <c>.editorconfig</c>: <c>*</c> and <c>?</c> stay inside one part of the path, <c>**</c> does not;
/// <c>[a-z]</c>, <c>[!a-z]</c>, <c>{a,b}</c>, <c>{1..3}</c>; <c>\</c> takes the next character as it is. A name without <c>/</c> means files
/// of any directory below, and one with <c>/</c> counts from the directory of the file.
/// </summary>
internal sealed class EditorConfigGlob(string text)
{
    private const int MaximumNesting = 32;
    private const int MostNumbers = 10_000;

    private int at;
    private bool isWrong;

    /// <summary>The automaton for paths from the directory of the file; null when the name is malformed.</summary>
    public static Automaton? Parse(string name)
    {
        var isAnchored = name.Contains('/');
        var reader = new EditorConfigGlob(name.StartsWith('/') ? name[1..] : name);
        var whole = reader.Alternative(nesting: 0);
        return reader.isWrong ? null : GlobPart.Compile(isAnchored ? [whole] : [GlobPart.Directories, whole]);
    }

    private Expression.Sequence Alternative(int nesting)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        while (!isWrong && at < text.Length && !(nesting > 0 && text[at] is ',' or '}'))
            parts.Add(Next(nesting));
        return new(parts.ToImmutable());
    }

    private Expression Next(int nesting)
    {
        switch (text[at])
        {
            case '/' when text.AsSpan(at).StartsWith("/**/"):
                at += 4;
                return new Expression.Sequence([GlobPart.Literal('/'), GlobPart.Directories]);
            case '*' when text.AsSpan(at).StartsWith("**"):
                at += 2;
                return GlobPart.Many(GlobPart.Any);
            case '*':
                at++;
                return GlobPart.Many(GlobPart.InName);
            case '?':
                at++;
                return GlobPart.InName;
            case '[':
                return Characters();
            case '{':
                return Braces(nesting + 1);
            case '\\' when at + 1 < text.Length:
                at++;
                break;
        }
        return GlobPart.Literal(CodePoint.Read(text, ref at));
    }

    // A set that does not close, or would hold a slash, is the characters themselves.
    private Expression Characters()
    {
        var end = at + 1;
        if (CharacterClassReader.Read(text, ref end) is { } set && !text.AsSpan(at, end - at).Contains('/'))
        {
            at = end;
            return new Expression.Set(set);
        }
        at++;
        return GlobPart.Literal('[');
    }

    private Expression Braces(int nesting)
    {
        if (Numbers() is { } numbers)
            return numbers;
        if (!HasAlternatives())
        {
            at++;
            var inside = Alternative(nesting);
            isWrong |= at == text.Length || nesting > MaximumNesting;
            at++;
            return new Expression.Sequence([GlobPart.Literal('{'), inside, GlobPart.Literal('}')]);
        }
        var alternatives = ImmutableArray.CreateBuilder<Expression>();
        do
        {
            at++;
            alternatives.Add(Alternative(nesting));
        }
        while (!isWrong && at < text.Length && text[at] == ',');
        isWrong |= at++ >= text.Length || nesting > MaximumNesting;
        return new Expression.Choice(alternatives.ToImmutable());
    }

    /// <summary>Whether there is a comma between these braces: without one they stand for themselves.</summary>
    private bool HasAlternatives()
    {
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            i += text[i] == '\\' ? 1 : 0;
            depth += i >= text.Length ? 0 : text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
                return false;
            if (depth == 1 && i < text.Length && text[i] == ',' && text[i - 1] != '\\')
                return true;
        }
        return false;
    }

    private Expression.Choice? Numbers()
    {
        var end = text.IndexOf('}', at);
        if (end < 0 || text[(at + 1)..end].Split("..") is not [var first, var last] || Number(first) is not { } from || Number(last) is not { } to)
            return null;
        (from, to) = (Math.Min(from, to), Math.Max(from, to));
        if ((long)to - from >= MostNumbers)
        {
            isWrong = true;
            return null;
        }
        at = end + 1;
        return new([.. Enumerable.Range(from, to - from + 1).Select(number => new Expression.Sequence([.. number.ToString(CultureInfo.InvariantCulture).Select(c => GlobPart.Literal(c))]))]);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
