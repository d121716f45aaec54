using System.Collections.Immutable;

namespace FluxLint.Diagnostics;

/// <summary>Something that a repository may decide about a rule in <c>fluxlint.yaml</c>. It has a value where nothing is decided.</summary>
public sealed record RuleOption
{
    private RuleOption(string name, string summary, ImmutableArray<string> choices, ImmutableArray<string> values)
    {
        Name = name;
        Summary = summary;
        Choices = choices;
        Default = values;
    }

    /// <summary>The key beside <c>severity</c>.</summary>
    public string Name { get; }

    /// <summary>What it decides, as the page of the rule says it, without a full stop.</summary>
    public string Summary { get; }

    /// <summary>The values that it may have; empty for a list of patterns.</summary>
    public ImmutableArray<string> Choices { get; }

    /// <summary>What holds where nothing is decided: one of the choices, or patterns.</summary>
    public ImmutableArray<string> Default { get; }

    /// <summary>An option that has one of several values.</summary>
    /// <param name="name">The key.</param>
    /// <param name="summary">What it decides.</param>
    /// <param name="choices">The values; the first is the default.</param>
    public static RuleOption Choice(string name, string summary, params ImmutableArray<string> choices) => new(name, summary, choices, [choices[0]]);

    /// <summary>An option that is a list of patterns for names.</summary>
    /// <param name="name">The key.</param>
    /// <param name="summary">What it decides.</param>
    /// <param name="patterns">The default.</param>
    public static RuleOption Patterns(string name, string summary, params ImmutableArray<string> patterns) => new(name, summary, [], patterns);
}
