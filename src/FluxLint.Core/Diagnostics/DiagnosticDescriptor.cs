using System.Collections.Immutable;

namespace FluxLint.Diagnostics;

/// <summary>What a rule reports: its identity, texts and default severity.</summary>
public sealed record DiagnosticDescriptor
{
    /// <summary>The id, a promise for ever: <c>FLX</c> and four digits for built-in rules.</summary>
    public required string Id { get; init; }

    /// <summary>One line without names in it, for lists of rules.</summary>
    public required string Title { get; init; }

    /// <summary>The message as a composite format string: <c>{0}</c>, <c>{1}</c>... are filled when it is reported.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// The message of several findings of one cause, filled like <see cref="Message"/> with what the first of them says, and with the number of the
    /// others behind; null when each finding of the rule has a cause of its own.
    /// </summary>
    public string? MessageForMany { get; init; }

    /// <summary>The category that the rule belongs to.</summary>
    public required RuleCategory Category { get; init; }

    /// <summary>The severity that holds when nothing is configured.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The least sure fix that its findings may offer; null when they offer none.</summary>
    public FixSafety? Fix { get; init; }

    /// <summary>What a repository may decide about it besides the severity.</summary>
    public ImmutableArray<RuleOption> Options { get; init; } = [];

    /// <summary>The address of its page; null when it has none on the web.</summary>
    public string? HelpUri { get; init; }

    /// <summary>The first version of the pack that had the rule, as <c>major.minor</c>.</summary>
    public required string Since { get; init; }
}
