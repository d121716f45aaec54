using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;

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
        var spelled = Spell(text).Take(MostWays + 1).Select(way => way.Contains('/') && !way.Contains('[') ? null : FieldPath.Parse(way.Replace("[*]", ".*", StringComparison.Ordinal))).ToList();
        return spelled.Count > MostWays || spelled.Contains(null) ? null : new(text, [.. spelled.OfType<FieldPath>().Select(path => path.Steps)]);
    }

    /// <summary>The fields of an object that the path leads to, and those that are missing at its end. What a variable may bring is left out.</summary>
    public IEnumerable<FieldMatch> In(YamlMapping root) => ways.SelectMany(way => Follow(new(root, null), way, 0));

    private static IEnumerable<FieldMatch> Follow(FieldNode at, ImmutableArray<FieldStep> way, int step)
    {
        if (step == way.Length)
            return [new(at, IsMissing: false)];
        if (way[step].Name == Any)
            return Below(at.Node).SelectMany(below => Follow(below, way, step + 1));
        if (at.Node is YamlScalar scalar && ObjectValues.IsUnknown(scalar))
            return [];
        if (at.Node is YamlMapping open && open.Entries.Any(entry => entry.Name?.HasVariable() != false))
            return [];
        if (FieldPath.Follow(at.Node, way[step]) is { } next and not YamlScalar { IsNull: true })
            return Follow(new(next, (at.Node as YamlMapping)?.KeyOf(way[step].Name)), way, step + 1);
        // Below an item or key that is not there nothing can be missing.
        return way.Skip(step + 1).Any(later => later.Name == Any) ? [] : [new(at, IsMissing: true)];
    }

    private static IEnumerable<FieldNode> Below(YamlNode node) => node switch
    {
        YamlSequence sequence => sequence.Items.Select(item => new FieldNode(item, null)),
        YamlMapping mapping => mapping.Entries.Select(entry => new FieldNode(entry.Value, entry.Key)),
        _ => [],
    };

    /// <summary>The texts that braces stand for.</summary>
    private static IEnumerable<string> Spell(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf('}', open);
        return close < 0 ? [text] : text[(open + 1)..close].Split(',').SelectMany(choice => Spell(text[..open] + choice.Trim() + text[(close + 1)..]));
    }
}
