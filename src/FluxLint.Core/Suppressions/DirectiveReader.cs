using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>Reads directives such as <c># fluxlint-disable-next-line FLX3001 -- reason</c>, in any case.</summary>
/// <param name="rules">The rules that they may name.</param>
internal sealed class DirectiveReader(ImmutableArray<RuleInfo> rules)
{
    /// <summary>What directives start with; a file without it has none.</summary>
    public const string Start = "fluxlint";

    private static readonly Dictionary<string, DirectiveKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fluxlint-disable-next-line"] = DirectiveKind.NextLine,
        ["fluxlint-disable-line"] = DirectiveKind.Line,
        ["fluxlint-disable"] = DirectiveKind.Region,
        ["fluxlint-disable-file"] = DirectiveKind.File,
        ["fluxlint-enable"] = DirectiveKind.Enable,
    };

    /// <summary>Reads a comment; null when it is no directive.</summary>
    /// <param name="source">The file.</param>
    /// <param name="comment">The comment.</param>
    /// <param name="meant">The directive that it seems to be a slip of; null for all others.</param>
    public Directive? Read(SourceText source, YamlComment comment, out string? meant)
    {
        meant = null;
        if (!comment.Text.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
            return null;
        var words = Words(source, comment.Span);
        var word = words[0].Text;
        if (!Kinds.TryGetValue(word, out var kind))
        {
            meant = Meant(word, words.Count > 1 ? words[1].Text : "");
            return null;
        }
        var dashes = words.FindIndex(candidate => candidate.Text.StartsWith("--", StringComparison.Ordinal));
        var named = words[1..(dashes < 0 ? words.Count : dashes)];
        var reason = dashes < 0 ? "" : source.Text[(words[dashes].Location.Span.Start + 2)..comment.Span.End].Trim();
        return new(kind, source, comment, [.. named.Select(name => name with { Ids = RuleSelection.Meant(name.Text, rules) })], reason);
    }

    // Prose may speak of the tool, and only what can be nothing else is a slip.
    private static string? Meant(string word, string next) =>
        word.TrimEnd(':').Equals(Start, StringComparison.OrdinalIgnoreCase) ? Kinds.Keys.FirstOrDefault(known => known.Equals($"{Start}-{next}", StringComparison.OrdinalIgnoreCase)) : NearestName.Find(word, Kinds.Keys);

    private static List<Selector> Words(SourceText source, TextSpan span)
    {
        var words = new List<Selector>();
        for (var at = span.Start + 1; at < span.End;)
        {
            var end = at;
            while (end < span.End && !char.IsWhiteSpace(source.Text[end]) && source.Text[end] != ',')
                end++;
            if (end > at)
                words.Add(new(source.Text[at..end], new(source, TextSpan.FromBounds(at, end)), []));
            at = end + 1;
        }
        return words;
    }
}
