using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>A sequence, in block or flow style.</summary>
public sealed class YamlSequence : YamlNode
{
    internal YamlSequence(SourceText source, TextSpan span, ImmutableArray<YamlNode> items, bool isFlow = false, YamlProperties? properties = null, Derivation? derivation = null)
        : base(source, span, properties, derivation)
    {
        Items = items;
        IsFlow = isFlow;
    }

    /// <summary>The items in order.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow { get; }

    /// <summary>The same sequence with other items.</summary>
    internal YamlSequence WithItems(ImmutableArray<YamlNode> items) => new(Source, Span, items, IsFlow, Properties, Derivation);

    /// <inheritdoc/>
    internal override YamlSequence WithDerivation(Derivation? derivation) => new(Source, Span, Items, IsFlow, Properties, derivation);

    /// <summary>The items of a list; whatever else is written in place of one is an item by itself, and null is none.</summary>
    internal static IEnumerable<YamlNode> ItemsOf(YamlNode? node) => node switch
    {
        null or YamlScalar { Kind: ScalarKind.Null } => [],
        YamlSequence sequence => sequence.Items,
        _ => [node],
    };
}
