using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint;

/// <summary>What a lint found, and what it looked at.</summary>
public sealed record LintResult
{
    internal LintResult()
    {
    }

    /// <summary>The findings in their fixed order: path, position, id, message.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Whether a rule crashed: another lint of the same files may find more.</summary>
    internal bool HasCrash => Diagnostics.Any(diagnostic => diagnostic.Id == Rule.Crash.Id);

    /// <summary>The findings of each place, before those of one cause in several places became one.</summary>
    internal ImmutableArray<Diagnostic> Places { get; init; } = [];

    /// <summary>The findings that are not shown, each with its <see cref="Diagnostic.Suppression"/>, in the same order.</summary>
    internal ImmutableArray<Diagnostic> Suppressed { get; init; } = [];

    /// <summary>Whether it was asked of each finding if a baseline or an earlier revision has it as well.</summary>
    internal bool IsCompared { get; init; }

    /// <summary>What clusters were taken to run, where the findings are only those that come with it; null otherwise.</summary>
    internal AssumedVersions? Assumed { get; init; }

    /// <summary>The last day on which the same files give the same findings; null when days do not matter.</summary>
    internal DateOnly? HoldsUntil { get; init; }

    /// <summary>The rules that were loaded, in id order, whether or not they are switched on.</summary>
    public required ImmutableArray<RuleInfo> Rules { get; init; }

    /// <summary>What was read and done.</summary>
    internal LintStatistics Statistics { get; init; } = new();

    /// <summary>What resources are held against; worked out when somebody asks.</summary>
    internal Lazy<SchemaUse> Schemas { get; init; } = new(static () => SchemaUse.None);

    /// <summary>How many findings are left out because an earlier state of the repository has them, too.</summary>
    internal int OlderFindings { get; init; }

    /// <summary>The clusters, in ordinal order of their directories, and what each gets; worked out when somebody asks.</summary>
    internal Lazy<ImmutableArray<ClusterSummary>> Clusters { get; init; } = new(static () => []);

    /// <summary>What the rules found before configuration spoke, for a lint after an edit; null for a result that no lint made.</summary>
    internal RuleResults? Results { get; init; }
}
