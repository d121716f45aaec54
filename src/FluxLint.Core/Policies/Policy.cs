using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Policies;

/// <summary>A rule that a repository brings in its configuration.</summary>
internal sealed record Policy
{
    private static readonly RuleCategory Category = new("Policy");

    /// <summary>All of it, as it is written.</summary>
    public required YamlMapping Node { get; init; }

    /// <summary>The id, which no other rule has.</summary>
    public required YamlScalar Id { get; init; }

    /// <summary>The name in kebab case.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The address of a page on it; null when there is none.</summary>
    public string? Help { get; init; }

    /// <summary>More about it in Markdown; empty when there is nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>What is said of an object; null for what the policy makes of itself.</summary>
    public PolicyMessage? Message { get; init; }

    public required PolicySelector Select { get; init; }

    /// <summary>What is selected and not meant; null when that is nothing.</summary>
    public PolicySelector? Except { get; init; }

    /// <summary>What is true of each object; null for a policy in its short form.</summary>
    public PolicyExpression? Expression { get; init; }

    /// <summary>What is said of fields.</summary>
    public ImmutableArray<FieldDemand> Demands { get; init; } = [];

    /// <summary>Whether an object that the expression fails on is let be.</summary>
    public bool IgnoresFailures { get; init; }

    /// <summary>The rule that it is.</summary>
    public DiagnosticDescriptor Descriptor => new()
    {
        Id = Id.Value,
        Title = Title,
        Message = "{0}",
        Category = Category,
        Severity = Severity,
        HelpUri = Help,
        Since = "",
    };

    /// <summary>What lists of rules have of it.</summary>
    public RuleInfo Info => new(Descriptor, Name, PolicyPage.Of(this), Severity);
}
