using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>The syntax tree of one file: its documents, and what is wrong with it as YAML. Any text gives a tree.</summary>
public sealed class YamlTree
{
    private readonly Lazy<ImmutableArray<YamlComment>> comments;

    private YamlTree(SourceText source, ImmutableArray<YamlDocument> documents, ImmutableArray<YamlProblem> problems, bool isEmbedded)
    {
        Source = source;
        Documents = documents;
        Problems = problems;
        comments = new(() => isEmbedded ? [] : CommentScanner.Scan(this));
    }

    /// <summary>The text that was parsed, or the file around it for <see cref="ParseEmbedded"/>.</summary>
    public SourceText Source { get; }

    /// <summary>The documents that could be read, in order.</summary>
    public ImmutableArray<YamlDocument> Documents { get; }

    /// <summary>What is wrong, in order of position.</summary>
    public ImmutableArray<YamlProblem> Problems { get; }

    /// <summary>Whether a part of the text could not be read, so that <see cref="Documents"/> lacks something.</summary>
    public bool IsBroken => Problems.Any(problem => problem.Kind is YamlProblemKind.Syntax or YamlProblemKind.Limit);

    /// <summary>All comments in order; none for an embedded tree.</summary>
    public ImmutableArray<YamlComment> Comments => comments.Value;

    /// <summary>The root of the first document when it is a mapping, aliases expanded.</summary>
    public YamlMapping? RootMapping => Documents is [var first, ..] ? first.Expanded as YamlMapping : null;

    /// <summary>Parses a file.</summary>
    public static YamlTree Parse(SourceText source)
    {
        if (source.Text.Length > YamlLimits.Characters)
        {
            var problem = new YamlProblem(YamlProblemKind.Limit, Location.OfFile(source), $"the file has {source.Text.Length:N0} characters, and at most {YamlLimits.Characters:N0} are read");
            return new(source, [], [problem], isEmbedded: false);
        }
        return Parse(source, source.Text, SpanMap.Identity, isEmbedded: false);
    }

    /// <summary>Parses the content of a scalar, such as an inline patch. The nodes point into the file that holds the scalar.</summary>
    public static YamlTree ParseEmbedded(YamlScalar scalar) =>
        Parse(scalar.Source, scalar.Value, SpanMap.Of(scalar), isEmbedded: true);

    /// <summary>Parses a text that was not read from a file but caused by something in one. All nodes are there.</summary>
    internal static YamlTree ParseMade(string text, Location location) =>
        Parse(location.Source, text, SpanMap.To(location.Span), isEmbedded: true);

    /// <summary>Every node as written, parents before children.</summary>
    public IEnumerable<YamlNode> DescendantNodes() => Documents.Select(document => document.Root).OfType<YamlNode>().SelectMany(root => root.DescendantNodesAndSelf());

    private static YamlTree Parse(SourceText source, string text, SpanMap map, bool isEmbedded)
    {
        if (BlockReader.Read(source, text, map) is { } reader)
            return Make(source, reader.Documents, reader.Problems, isEmbedded);
        var parser = new TreeParser(source, text, map);
        parser.Parse();
        return Make(source, parser.Documents, parser.Problems, isEmbedded);
    }

    private static YamlTree Make(SourceText source, ImmutableArray<YamlDocument>.Builder documents, List<YamlProblem> problems, bool isEmbedded)
    {
        ImmutableArray<YamlProblem> ordered = problems.Count == 0 ? [] : [.. problems.Distinct().OrderBy(problem => problem.Location.Span.Start)];
        return new(source, documents.DrainToImmutable(), ordered, isEmbedded);
    }
}
