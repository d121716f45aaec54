using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>Reports what is wrong with suppressions themselves, as the rules of the block Hygiene, which a rule set may lack.</summary>
internal sealed class HygieneFindings(ImmutableArray<RuleInfo> rules, SeverityMap severities)
{
    private const string WithoutReason = "FLX9001";
    private const string Unused = "FLX9002";
    private const string Stale = "FLX9003";

    // Who is wrong more often is not helped by a name.
    private const int MostSuggestions = 1_000;

    private readonly Dictionary<string, DiagnosticDescriptor> descriptors = rules.ToDictionary(rule => rule.Id, rule => rule.Descriptor, StringComparer.Ordinal);
    private readonly HashSet<string> families = [.. rules.Select(rule => Letters(rule.Id))];
    private readonly Dictionary<string, Suggestion?> suggestions = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>What is found up to now.</summary>
    public ImmutableArray<Diagnostic> Found => found.ToImmutable();

    /// <summary>A suppression that does not say why.</summary>
    public void ReportWithoutReason(Location location, string suppressed, string help) =>
        Report(WithoutReason, location, $"the suppression of {suppressed} gives no reason", help, fix: null);

    /// <summary>A suppression that does nothing.</summary>
    public void ReportUnused(Location location, string message, CodeFix? fix = null) => Report(Unused, location, message, help: null, fix);

    /// <summary>A rule that does not exist.</summary>
    public void ReportUnknown(Selector selector)
    {
        if (!suggestions.TryGetValue(selector.Text, out var nearest) && suggestions.Count < MostSuggestions)
            suggestions.Add(selector.Text, nearest = Suggestion.For(selector.Text, rules.SelectMany(rule => (string[])[rule.Id, rule.Name])));
        // A pack that this run does not load may have it.
        if (nearest is not null || families.Contains(Letters(selector.Text)))
            ReportUnused(selector.Location, $"there is no rule '{selector.Text}'{(nearest is null ? "" : $"; {nearest.Statement}")}");
    }

    /// <summary>A baseline that holds what is no more.</summary>
    public void ReportStale(Location location, string message, CodeFix? fix, ImmutableArray<RelatedLocation> others) => Report(Stale, location, message, help: null, fix, others);

    /// <summary>
    /// Whether rules did look at a file, so that one that found nothing there has nothing to find: each that the caller left out might have.
    /// </summary>
    /// <param name="ids">The rules.</param>
    /// <param name="path">The file; null for anywhere.</param>
    public bool DidRun(ImmutableArray<string> ids, string? path)
    {
        var known = ids.Select(id => descriptors.GetValueOrDefault(id)).OfType<DiagnosticDescriptor>().ToList();
        return known.Count == ids.Length
            && !known.Exists(severities.IsLeftOut)
            && known.Exists(rule => path is null ? severities.IsOnAnywhere(rule) : severities.Find(rule, path) != Severity.Off);
    }

    private void Report(string id, Location location, string message, string? help, CodeFix? fix, ImmutableArray<RelatedLocation> related = default)
    {
        if (descriptors.TryGetValue(id, out var descriptor) && severities.Find(descriptor, location.Path) is > Severity.Off and var severity)
            found.Add(new() { Descriptor = descriptor, Severity = severity, Location = location, Message = message, Help = help, Fix = fix, Related = related.IsDefault ? [] : related });
    }

    private static string Letters(string id) => string.Concat(id.TakeWhile(char.IsAsciiLetter)).ToUpperInvariant();
}
