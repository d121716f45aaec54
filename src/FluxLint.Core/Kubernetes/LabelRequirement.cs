using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>What a label selector asks of one label.</summary>
/// <param name="Key">The name of the label.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">What it is compared with; empty where it only has to be there or not.</param>
internal sealed record LabelRequirement(string Key, LabelOperator Operator, ImmutableArray<string> Values)
{
    /// <summary>The label and its value as they are written; null when it is not written so.</summary>
    public YamlEntry? Label { get; init; }

    /// <summary>Where it is written: the wanted value, or the key in an expression; null when it was not read from a manifest.</summary>
    public YamlNode? Node { get; init; }

    /// <summary>Whether labels meet it; null where a variable decides, or the operator is not known.</summary>
    /// <param name="labels">The labels; null for none.</param>
    public bool? IsMetBy(YamlMapping? labels)
    {
        var value = ValueIn(labels);
        return value is null && labels?.Entries.Any(entry => entry.Name is not { } name || HasVariable(name)) == true ? null : IsMetBy(value);
    }

    /// <summary>Whether a label meets it; null where a variable decides, or the operator is not known.</summary>
    /// <param name="value">The value of the label; null when it is not there.</param>
    internal bool? IsMetBy(string? value) =>
        Operator == LabelOperator.Unknown || HasVariable(Key) || (!Values.IsEmpty && value is not null && (HasVariable(value) || Values.Any(HasVariable))) ? null : Holds(value);

    /// <summary>Whether a label meets it, when what is written is meant as it is.</summary>
    internal bool Holds(string? value) => Operator switch
    {
        LabelOperator.Equal or LabelOperator.In => value is not null && Values.Contains(value),
        LabelOperator.NotIn => value is null || !Values.Contains(value),
        LabelOperator.Exists => value is not null,
        _ => value is null,
    };

    /// <summary>The value of the label; null when it is not there.</summary>
    internal string? ValueIn(YamlMapping? labels) => labels?.Text(Key) ?? (labels?.Contains(Key) == true ? "" : null);

    private static bool HasVariable(string text) => text.Contains("${", StringComparison.Ordinal);
}
