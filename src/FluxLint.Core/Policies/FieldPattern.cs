using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Policies;

/// <summary>A path to fields, in which <c>*</c> stands for every item or key and braces for several ways, such as <c>spec.{containers,initContainers}[*].image</c>.</summary>
internal sealed class FieldPattern
{
    private const int MostWays = 64;
    private const string Any = "*";

    private readonly ImmutableArray<ImmutableArray<FieldStep>> ways;

    private FieldPattern(string text, ImmutableArray<ImmutableArray<FieldStep>> ways)
    {
        Text = text;
        this.ways = ways;
    }

    /// <summary>The path of the object itself.</summary>
    public static FieldPattern Whole { get; } = new("", [[]]);

    /// <summary>The path as it is written.</summary>
    public string Text { get; }

    /// <summary>Reads a path; null when the text is none.</summary>
    public static FieldPattern? Parse(string text)
    {
        var spelled = Spell(text).Distinct().Take(MostWays + 1).Select(way => way.Contains('/') && !way.Contains('[') ? null : FieldPath.Parse(way.Replace("[*]", ".*", StringComparison.Ordinal))).ToList();
        return spelled.Count > MostWays || spelled.Contains(null) ? null : new(text, [.. spelled.OfType<FieldPath>().Select(path => path.Steps)]);
    }

    /// <summary>
    /// The fields of an object that the path leads to, and those that are missing at its end: of several ways none does, and the one that is there for the most
    /// part tells where. What a variable may bring is left out.
    /// </summary>
    public IEnumerable<FieldMatch> In(YamlMapping root) => ways
        .SelectMany(way => Follow(new(root, null), way, 0, root))
        .GroupBy(match => match.Item, ReferenceEqualityComparer.Instance)
        .SelectMany(ends => ends.Any(end => !end.IsMissing) ? ends.Where(end => !end.IsMissing) : ends.Any(end => end.IsUnknown) ? [] : ends.OrderByDescending(end => end.Depth).Take(1));

    private static IEnumerable<FieldMatch> Follow(FieldNode at, ImmutableArray<FieldStep> way, int step, YamlNode item)
    {
        if (step == way.Length)
            return [new(at, IsMissing: false, item, step)];
        if (way[step].Name == Any)
            return Below(at.Node).SelectMany(below => Follow(below, way, step + 1, below.Node));
        var missing = new FieldMatch(at, IsMissing: true, item, step);
        if (at.Node is YamlScalar scalar && ObjectValues.IsUnknown(scalar))
            return [missing with { IsUnknown = true }];
        if (at.Node is YamlMapping open && open.Entries.Any(entry => entry.Name?.HasVariable() != false))
            return [missing with { IsUnknown = true }];
        if (FieldPath.Follow(at.Node, way[step]) is { } next and not YamlScalar { IsNull: true })
            return Follow(new(next, (at.Node as YamlMapping)?.KeyOf(way[step].Name)), way, step + 1, item);
        // Below an item or key that is not there nothing can be missing.
        return way.Skip(step + 1).Any(later => later.Name == Any) ? [] : [missing];
    }

    private static IEnumerable<FieldNode> Below(YamlNode node) => node switch
    {
        YamlSequence sequence => sequence.Items.Select(item => new FieldNode(item, null)),
        YamlMapping mapping => mapping.Entries.Select(entry => new FieldNode(entry.Value, entry.Key)),
        _ => [],
    };

    /// <summary>What is wrong with a path that is none; null when no more can be said of it.</summary>
    public static (TextSpan Span, string Message)? FindMistake(string text)
    {
        int? open = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && open is not null)
                return (new(i, 1), "braces cannot stand in braces");
            if (text[i] == '}' && open is null)
                return (new(i, 1), "'}' closes nothing");
            if (text[i] == '*' && i + 1 < text.Length && text[i + 1] == '*')
                return (new(i, 2), "'**' has no meaning in the path of a field: '*' stands for every item or key");
            open = text[i] switch { '{' => i, '}' => null, _ => open };
        }
        return open is { } start ? (new(start, 1), "'{' is not closed") : null;
    }

    /// <summary>The texts that braces stand for.</summary>
    private static IEnumerable<string> Spell(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        return close < 0 ? [text] : text[(open + 1)..close].Split(',').SelectMany(choice => Spell(text[..open] + choice.Trim() + text[(close + 1)..]));
    }
}
