using FluxLint.Text.Automata;

namespace FluxLint.Files;

/// <summary>
/// A pattern for paths from the repository root: <c>*</c> and <c>?</c> stay inside one part of the path, <c>**</c> does not;
/// <c>[a-z]</c>, <c>[!a-z]</c>, <c>{a,b}</c>; <c>\</c> takes the next character as it is. <c>a/**</c> is everything below <c>a</c>,
/// and <c>a/**/b</c> includes <c>a/b</c>.
/// </summary>
internal sealed class Glob
{
    private readonly Automaton automaton;

    private Glob(string pattern, Automaton automaton)
    {
        Pattern = pattern;
        this.automaton = automaton;
    }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Whether the pattern matches a single path.</summary>
    internal bool IsLiteral => !HasWildcard(Pattern);

    /// <summary>The parts of the path before the first one with a wildcard.</summary>
    internal string FixedPart => string.Join('/', RepositoryPath.Parts(Pattern).Where(part => part != ".").TakeWhile(part => !HasWildcard(part)));

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern. A leading <c>/</c> or <c>./</c> and a trailing <c>/</c> mean nothing.</param>
    /// <param name="problem">Why there is no glob, without a full stop; null when there is one.</param>
    public static Glob? Parse(string pattern, out string? problem)
    {
        var parser = new GlobParser(pattern);
        var automaton = parser.Parse();
        problem = automaton is null ? parser.Problem : null;
        return automaton is null ? null : new(pattern, automaton);
    }

    /// <summary>Whether the whole path matches. Case counts.</summary>
    /// <param name="path">A path in its shortest form, or any other text without parts, such as a name.</param>
    public bool Matches(string path) => automaton.IsMatch(path);

    /// <inheritdoc/>
    public override string ToString() => Pattern;

    private static bool HasWildcard(string text) => text.AsSpan().ContainsAny(@"*?[{\");
}
