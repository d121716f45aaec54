using System.Collections.Immutable;
using FluxLint.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FluxLint.Syntax;

/// <summary>
/// Builds documents from YamlDotNet's events: the one seam to that library. A document that cannot be read becomes a
/// problem, and the other documents are still read.
/// </summary>
internal sealed class TreeParser(SourceText source, string text, SpanMap map)
{
    private readonly Stack<FlowStart> openFlows = new();
    private AnchorScope anchors = new();
    private IReadOnlyDictionary<int, string> lostAnchors = new Dictionary<int, string>();
    private EventReader events = new("");

    // Offset of the part that is read, and what has been read: YamlDotNet puts some empty scalars in front of that.
    private int shift;
    private int floor;

    private bool hasAliases;

    public ImmutableArray<YamlDocument>.Builder Documents { get; } = ImmutableArray.CreateBuilder<YamlDocument>();

    public List<YamlProblem> Problems { get; } = [];

    public void Parse()
    {
        var invalid = map == SpanMap.Identity ? source.InvalidOffset : null;
        var forbidden = Characters.FindForbidden(text);
        if ((text.IndexOf('\0') is >= 0 and var nul ? nul : invalid is not null ? forbidden : null) is { } binary)
        {
            Report(YamlProblemKind.Syntax, map.Map(binary, binary + 1), "the file is binary, not YAML");
            return;
        }
        if (invalid is { } undecodable)
            Report(YamlProblemKind.Syntax, new(undecodable, 1), $"the file is not valid {source.Encoding.WebName.ToUpperInvariant()}: these bytes stand for no character");
        if (forbidden is { } control)
            Report(YamlProblemKind.Syntax, map.Map(control, control + 1), Characters.Describe(text[control]));

        var problems = Problems.Count;
        if (Read(new(0, text.Length)) is null)
            return;

        Problems.RemoveRange(problems, Problems.Count - problems);
        Documents.Clear();
        foreach (var chunk in DocumentSplitter.Split(text))
        {
            if (Read(chunk) is { } problem)
                Problems.Add(problem);
        }
    }

    /// <summary>Reads the documents of a part of the text; what broke it off, null when all of it was read.</summary>
    private YamlProblem? Read(TextSpan part)
    {
        var repairs = new Repairs(Characters.Shield(text.Substring(part.Start, part.Length)));
        var (documents, problems) = (Documents.Count, Problems.Count);
        YamlProblem? doubt = null;
        while (true)
        {
            var problem = Read(part, repairs, out var isRepaired);
            if (!isRepaired)
                return problem is null ? null : doubt ?? problem;
            doubt ??= repairs.IsGuess ? problem : null;
            Problems.RemoveRange(problems, Problems.Count - problems);
            while (Documents.Count > documents)
                Documents.RemoveAt(Documents.Count - 1);
        }
    }

    private YamlProblem? Read(TextSpan part, Repairs repairs, out bool isRepaired)
    {
        isRepaired = false;
        lostAnchors = repairs.Anchors;
        shift = floor = part.Start;
        openFlows.Clear();
        events = new(repairs.Text);
        try
        {
            while (events.TryNext())
            {
                if (events.Current is DocumentStart opening)
                    ParseDocument(Index(opening.End));
            }
            return null;
        }
        catch (LimitException limit)
        {
            return new(YamlProblemKind.Limit, new(source, limit.Span), limit.Message);
        }
        catch (BrokenYamlException broken)
        {
            isRepaired = repairs.TryRepair(broken);
            var (offset, message) = SyntaxErrors.Describe(broken, text, part, openFlows.TryPeek(out var flow) ? flow : null);
            return new(YamlProblemKind.Syntax, new(source, map.Map(offset, Math.Min(offset + 1, text.Length))), message);
        }
    }

    private void ParseDocument(int start)
    {
        anchors = new();
        hasAliases = false;
        events.Next();
        var root = ParseNode(0).Node;
        var isEmpty = root is YamlScalar { Value: "", Style: ScalarStyle.Plain, Properties: null };
        Documents.Add(isEmpty ? new(null, map.Map(start, start), hasAliases) : new(root, root.Span, hasAliases));
    }

    private SizedNode ParseNode(int depth)
    {
        var current = events.Current;
        if (depth > YamlLimits.Depth)
            throw new LimitException(Span(current), $"collections are nested more than {YamlLimits.Depth} deep");
        var anchor = current is NodeEvent node && AnchorName(node) is { } name ? anchors.Open(name) : null;
        SizedNode parsed = current switch
        {
            Scalar scalar => new(Scalar(scalar), 1, 1),
            AnchorAlias alias => Alias(alias, depth),
            SequenceStart sequence => Sequence(sequence, depth),
            MappingStart mapping => Mapping(mapping, depth),
            _ => throw new BrokenYamlException(new InvalidOperationException(), current),
        };
        anchor?.Node = parsed;
        return parsed;
    }

    private YamlScalar Scalar(Scalar scalar)
    {
        var properties = Properties(scalar);
        var start = Index(scalar.Start);
        var end = Math.Max(start, Index(scalar.End));
        if (properties is not null && !lostAnchors.ContainsKey((int)scalar.Start.Index))
            start = PropertySkipper.Skip(text, start, end, properties, openFlows.Count > 0);
        if (scalar is { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "" })
            start = end = Math.Max(floor, properties is null ? start : PropertySkipper.End(text, Index(scalar.Start), properties, openFlows.Count > 0));
        floor = Math.Max(floor, end);
        if (scalar.Style is YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded)
            end = start + BlockScalars.ContentLength(text.AsSpan(start, end - start));
        return new(source, map.Map(start, end), SharedTexts.Share(Characters.Unshield(scalar.Value)), ScalarStyles.From(scalar.Style), properties);
    }

    private SizedNode Alias(AnchorAlias alias, int depth)
    {
        hasAliases = true;
        var span = Span(alias);
        floor = Math.Max(floor, Index(alias.End));
        var name = alias.Value.Value;
        if (anchors.Find(name, out var fault) is not { } target)
        {
            Report(YamlProblemKind.Syntax, span, $"the alias '*{name}' {fault}");
            return new(new YamlAlias(source, span, name, target: null), 1, 1);
        }
        anchors.Expand(target, depth, span);
        return target with { Node = new YamlAlias(source, span, name, target.Node) };
    }

    private SizedNode Sequence(SequenceStart opening, int depth)
    {
        var properties = Properties(opening);
        var start = ContentStart(opening, properties);
        var isFlow = opening.Style == SequenceStyle.Flow;
        if (isFlow)
            openFlows.Push(new(start, '['));
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var (size, height) = (1L, 0);
        while (events.Next() is not SequenceEnd)
        {
            var item = ParseNode(depth + 1);
            items.Add(item.Node);
            size += item.Size;
            height = Math.Max(height, item.Height);
        }
        if (isFlow)
            openFlows.Pop();
        var span = CollectionSpan(start, isFlow, items.Count > 0 ? items[^1] : null);
        return new(new YamlSequence(source, span, items.DrainToImmutable(), isFlow, properties), size, height + 1);
    }

    private SizedNode Mapping(MappingStart opening, int depth)
    {
        var properties = Properties(opening);
        var start = ContentStart(opening, properties);
        var opensFlow = opening.Style == MappingStyle.Flow && start < text.Length && text[start] == '{';
        if (opensFlow)
            openFlows.Push(new(start, '{'));
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var (size, height) = (1L, 0);
        while (events.Next() is not MappingEnd)
        {
            if (opensFlow && entries.Count > 0)
                CheckSeparator();
            var key = ParseNode(depth + 1);
            events.Next();
            var value = ParseNode(depth + 1);
            entries.Add(new(key.Node, value.Node));
            size += key.Size + value.Size;
            height = Math.Max(height, Math.Max(key.Height, value.Height));
            hasAliases |= AliasExpander.IsMergeKey(key.Node);
        }
        var read = entries.DrainToImmutable();
        MappingChecks.Check(read.AsSpan(), Problems);
        if (opensFlow)
            openFlows.Pop();
        // A pair without braces in a list, [{a: b}: c], can start with a brace that is not its own.
        var isFlow = opensFlow && Index(events.Current.End) is var end && end < text.Length && text[end] == '}';
        if (isFlow && read.Length > 0)
            CheckSeparator();
        // Nor does YamlDotNet know where such a pair starts.
        var span = opening.Style == MappingStyle.Flow && !isFlow && read.Length > 0
            ? TextSpan.FromBounds(read[0].Key.Span.Start, read[0].Value.Span.End)
            : CollectionSpan(start, isFlow, read.Length > 0 ? read[^1].Value : null);
        return new(new YamlMapping(source, span, read, isFlow, properties), size, height + 1);
    }

    /// <summary>A flow collection ends behind its bracket, a block collection with its last node.</summary>
    private TextSpan CollectionSpan(int start, bool isFlow, YamlNode? last)
    {
        if (!isFlow)
            return TextSpan.FromBounds(map.Map(start), Math.Max(map.Map(start), last?.Span.End ?? 0));
        floor = Math.Min(Index(events.Current.End) + 1, text.Length);
        return map.Map(start, floor);
    }

    private void CheckSeparator()
    {
        if (MappingChecks.FindUnseparated(text, floor, Index(events.Current.Start), isEnd: events.Current is MappingEnd) is { } at)
            Report(YamlProblemKind.Syntax, map.Map(at, at + 1), "a ',' or '}' is expected here");
    }

    private YamlProperties? Properties(NodeEvent node)
    {
        var (anchor, tag) = (AnchorName(node), node.Tag.IsEmpty ? null : node.Tag.Value);
        return anchor is null && tag is null ? null : new(anchor, tag);
    }

    private string? AnchorName(NodeEvent node) => node.Anchor.IsEmpty ? lostAnchors.GetValueOrDefault((int)node.Start.Index) : node.Anchor.Value;

    private int ContentStart(NodeEvent opening, YamlProperties? properties)
    {
        var start = Index(opening.Start);
        start = properties is null ? start : PropertySkipper.Skip(text, start, text.Length, properties, openFlows.Count > 0);
        return floor = Math.Max(floor, start);
    }

    private int Index(Mark mark) => (int)Math.Min(mark.Index + shift, text.Length);

    private TextSpan Span(ParsingEvent node) => map.Map(Index(node.Start), Index(node.End));

    private void Report(YamlProblemKind kind, TextSpan span, string message) =>
        Problems.Add(new(kind, new(source, span), message));
}
