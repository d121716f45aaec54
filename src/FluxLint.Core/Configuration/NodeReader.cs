using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>Takes values of an expected shape out of a tree and notes what has another one. A key without a value counts as absent.</summary>
internal sealed class NodeReader
{
    // Each is held against each file, cluster or finding.
    private const int MostPatterns = 2_000;

    private readonly ImmutableArray<ConfigurationProblem>.Builder problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
    private int patterns;

    public ImmutableArray<ConfigurationProblem> Problems => [.. problems.OrderBy(problem => problem.Location.Span.Start)];

    /// <summary>How much is wrong up to now.</summary>
    public int Count => problems.Count;

    public void Report(YamlNode node, string message) => Report(Start(node).Location, message);

    public void Report(Location location, string message) => problems.Add(new(location, message));

    /// <summary>Reports that no rule of those that are known has a name.</summary>
    public void ReportUnknownRule(YamlNode node, string message) => problems.Add(new(Start(node).Location, message) { IsUnknownRule = true });

    /// <inheritdoc cref="CheckKeys(YamlMapping, string, string[])"/>
    public void CheckKeys(YamlMapping mapping, string owner, ValueShape.Mapping shape) => CheckKeys(mapping, owner, [.. shape.Keys.Select(key => key.Name)]);

    /// <summary>Reports the keys of a mapping that are not among those it may have.</summary>
    public void CheckKeys(YamlMapping mapping, string owner, params string[] keys)
    {
        foreach (var (key, _) in mapping.Entries)
        {
            if (key is not YamlScalar { Value: var name })
                Report(key, $"a key of {owner} must be text, not {Describe(key)}");
            else if (!keys.Contains(name))
                Report(key, $"'{name}' is not a key of {owner}; {Suggestion.For(name, keys)?.Statement ?? $"its keys are {string.Join(", ", keys)}"}");
        }
    }

    public YamlMapping? Mapping(YamlMapping owner, string key) => AsMapping(owner[key], $"'{key}'");

    public YamlMapping? AsMapping(YamlNode? node, string what) => As<YamlMapping>(node, what, "a mapping");

    /// <summary>The items of a list; empty when it is absent or something else.</summary>
    public ImmutableArray<YamlNode> Items(YamlMapping owner, string key) => As<YamlSequence>(owner[key], $"'{key}'", "a list")?.Items ?? [];

    public YamlScalar? Text(YamlMapping owner, string key) => AsText(owner[key], $"'{key}'");

    /// <summary>A scalar of any kind.</summary>
    public YamlScalar? Scalar(YamlMapping owner, string key) => As<YamlScalar>(owner[key], $"'{key}'", "a single value");

    /// <summary>Whether a switch is on; it is off when it is absent.</summary>
    public bool IsOn(YamlMapping owner, string key)
    {
        var node = Scalar(owner, key);
        if (node is not null && node.Kind != ScalarKind.Boolean)
            Report(node, $"'{key}' must be true or false, not {Describe(node)}");
        return node is { Kind: ScalarKind.Boolean, CanonicalValue: "true" };
    }

    /// <summary>The texts of a list.</summary>
    public ImmutableArray<YamlScalar> Texts(YamlMapping owner, string key) =>
        [.. Items(owner, key).Select(item => AsText(item, $"an item of '{key}'", allowNull: false)).OfType<YamlScalar>()];

    /// <summary>The patterns of a list. A list that is there has at least one.</summary>
    public ImmutableArray<LocatedGlob> Globs(YamlMapping owner, string key) => [.. Patterns(owner, key).Select(AsGlob).OfType<LocatedGlob>()];

    /// <summary>The patterns of a list as they are written.</summary>
    public IEnumerable<YamlScalar> Patterns(YamlMapping owner, string key)
    {
        if (owner[key] is YamlSequence { Items.IsEmpty: true } empty)
            Report(empty, $"'{key}' has no pattern");
        return Texts(owner, key);
    }

    /// <summary>A pattern, read; null when it is wrong, which is reported.</summary>
    public LocatedGlob? AsGlob(YamlScalar node)
    {
        if (++patterns == MostPatterns + 1)
            Report(node, $"there are more than {MostPatterns:N0} patterns here: this one and those after it do not hold");
        if (patterns > MostPatterns)
            return null;
        if (Glob.Parse(node.Value, out var problem) is { } glob)
            return new(glob, node);
        Report(node, problem ?? "");
        return null;
    }

    /// <summary>What a node is, for a message.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar { IsNull: true } => "nothing",
        YamlScalar { Kind: ScalarKind.String } scalar => $"'{scalar.Value}'",
        YamlScalar { IsNumber: true } scalar => $"the number {scalar.Value}",
        YamlScalar scalar => scalar.Value,
        _ => "an alias",
    };

    private YamlScalar? AsText(YamlNode? node, string what, bool allowNull = true)
    {
        if (node is YamlScalar { Kind: ScalarKind.String } text)
            return text;
        if (node is not null && !(allowNull && IsAbsent(node)))
            Report(node, $"{what} must be text, not {Describe(node)}");
        return null;
    }

    private T? As<T>(YamlNode? node, string what, string expected)
        where T : YamlNode
    {
        if (node is null || IsAbsent(node))
            return null;
        if (node is T found)
            return found;
        Report(node, $"{what} must be {expected}, not {Describe(node)}");
        return null;
    }

    private static bool IsAbsent(YamlNode node) => node is YamlScalar { IsNull: true };

    /// <summary>The first scalar in a collection, so that a problem points at one line.</summary>
    private static YamlNode Start(YamlNode node) => node switch
    {
        YamlMapping { Entries: [var first, ..] } => Start(first.Key),
        YamlSequence { Items: [var first, ..] } => Start(first),
        _ => node,
    };
}
