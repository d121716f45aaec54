using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Suppressions;

/// <summary>The directives of one file, and the parts of it that they speak of.</summary>
internal sealed class FileDirectives
{
    private readonly YamlTree tree;
    private readonly HashSet<int> commentLines;
    private readonly Dictionary<string, List<InlineRange>> ranges = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Directive>.Builder directives = ImmutableArray.CreateBuilder<Directive>();
    private readonly ImmutableArray<Directive>.Builder idleEnds = ImmutableArray.CreateBuilder<Directive>();
    private readonly ImmutableArray<DirectiveSlip>.Builder slips = ImmutableArray.CreateBuilder<DirectiveSlip>();

    // By the line of its key: a text may start on the next one, and a block of lines has no room for comments of ours.
    private readonly Lazy<Dictionary<int, int>> textEnds;

    // What the last comment spoke of, and those between it and that.
    private int lastComment;
    private int lastNext;

    private FileDirectives(YamlTree tree)
    {
        this.tree = tree;
        textEnds = new(FindTextEnds);
        commentLines = [.. tree.Comments.Where(comment => !comment.IsTrailing).Select(comment => LineOf(comment.Span.Start))];
    }

    /// <summary>The directives that suppress something.</summary>
    public ImmutableArray<Directive> Suppressing => [.. directives.Where(directive => directive.Kind != DirectiveKind.Enable)];

    /// <summary>The directives that end a region which never began.</summary>
    public ImmutableArray<Directive> IdleEnds => idleEnds.ToImmutable();

    /// <summary>The comments that are surely meant as directives, and are none.</summary>
    public ImmutableArray<DirectiveSlip> Slips => slips.ToImmutable();

    /// <summary>The directives of a file; null when it has none.</summary>
    public static FileDirectives? Of(YamlTree tree, DirectiveReader reader)
    {
        if (!tree.Source.Text.Contains(DirectiveReader.Start, StringComparison.OrdinalIgnoreCase))
            return null;
        var file = new FileDirectives(tree);
        var open = new OpenRegions();
        foreach (var comment in tree.Comments)
        {
            if (reader.Read(tree.Source, comment, out var meant) is { } directive)
                file.Add(directive, open);
            else if (meant is not null)
                file.slips.Add(new(new(tree.Source, comment.Span), comment.Text.Split(' ')[0], meant));
        }
        file.Add(open.All);
        return file.directives.Count == 0 && file.slips.Count == 0 ? null : file;
    }

    /// <summary>What suppresses a finding of the file.</summary>
    public IEnumerable<InlineRange> Find(Diagnostic diagnostic) =>
        ranges.GetValueOrDefault(diagnostic.Id)?.Where(range => range.Covers(diagnostic.Location.Span.Start)) ?? [];

    private void Add(IEnumerable<InlineRange> more)
    {
        foreach (var range in more)
        {
            if (!ranges.TryGetValue(range.Id, out var known))
                ranges.Add(range.Id, known = []);
            known.Add(range);
        }
    }

    private void Add(Directive directive, OpenRegions open)
    {
        directives.Add(directive);
        if (directive.Kind == DirectiveKind.Enable)
            End(directive, open);
        else if (directive.Kind == DirectiveKind.Region)
            open.Add(Ranges(directive, directive.Comment.Span.End, int.MaxValue));
        else if (directive.Kind == DirectiveKind.File)
            Add(Ranges(directive, 0, int.MaxValue));
        else
            AddLine(directive, directive.Kind == DirectiveKind.Line ? LineOf(directive.Comment.Span.Start) : NextLine(directive));
    }

    private void AddLine(Directive directive, int line)
    {
        if (line > tree.Source.LineCount)
            return;
        var end = line < tree.Source.LineCount ? tree.Source.GetLineSpan(line + 1).Start : int.MaxValue;
        Add(Ranges(directive, tree.Source.GetLineSpan(line).Start, Math.Max(end, textEnds.Value.GetValueOrDefault(line))));
    }

    private Dictionary<int, int> FindTextEnds() => tree.DescendantNodes().OfType<YamlMapping>()
        .SelectMany(mapping => mapping.Entries)
        .Where(entry => entry.Value is YamlScalar && entry.Value.Span.Start > entry.Key.Span.Start)
        .GroupBy(entry => LineOf(entry.Key.Span.Start), entry => entry.Value.Span.End)
        .ToDictionary(ends => ends.Key, ends => ends.Max());

    private void End(Directive directive, OpenRegions open)
    {
        var ended = open.End(directive);
        if (ended.Count == 0)
            idleEnds.Add(directive);
        Add(ended.Select(range => range with { End = directive.Comment.Span.Start }));
    }

    private int NextLine(Directive directive)
    {
        var line = LineOf(directive.Comment.Span.Start);
        if (lastComment <= line && line < lastNext)
            return lastNext;
        lastComment = line++;
        while (line <= tree.Source.LineCount && (commentLines.Contains(line) || tree.Source.Slice(tree.Source.GetLineSpan(line)).IsWhiteSpace()))
            line++;
        return lastNext = line;
    }

    private int LineOf(int position) => tree.Source.GetPosition(position).Line;

    private static IEnumerable<InlineRange> Ranges(Directive directive, int start, int end) =>
        directive.Selectors.SelectMany(selector => selector.Ids.Select(id => new InlineRange(directive, selector, id, start, end)));
}
