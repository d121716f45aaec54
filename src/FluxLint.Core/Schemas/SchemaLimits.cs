using System.Collections.Immutable;
using FluxLint.Text.Automata;

namespace FluxLint.Schemas;

/// <summary>What a schema asks of a value beyond its type and fields.</summary>
internal sealed record SchemaLimits
{
    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public bool ExcludesMinimum { get; init; }

    public bool ExcludesMaximum { get; init; }

    public double? MultipleOf { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public int? MinProperties { get; init; }

    public int? MaxProperties { get; init; }

    public string? Pattern { get; init; }

    public string? Format { get; init; }

    /// <summary>Whether no item of a list may be there twice.</summary>
    public bool IsSet { get; init; }

    /// <summary>The fields that tell the items of a list apart; empty for other lists.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>The automaton of <see cref="Pattern"/>; null when there is none, or it cannot be read.</summary>
    public Automaton? Automaton => automaton ??= Pattern is null ? null : PatternParser.Parse(Pattern);

    private Automaton? automaton;
}
