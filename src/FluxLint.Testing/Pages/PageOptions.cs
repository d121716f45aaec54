using System.Collections.Immutable;
using System.Text;
using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Testing;

/// <summary>The last section of the page of a rule that has options. It is made.</summary>
internal static class PageOptions
{
    private const string Title = "## Options";

    /// <summary>The lines of a page before the section.</summary>
    public static string[] Without(string[] lines) => Array.IndexOf(lines, Title) is >= 0 and var start ? [.. lines[..start].Reverse().SkipWhile(line => line.Length == 0).Reverse()] : lines;

    /// <summary>The section; empty for a rule without options.</summary>
    public static string Of(Rule rule)
    {
        var descriptor = rule.Describe();
        if (descriptor.Options.IsEmpty)
            return "";
        var text = new StringBuilder("\n" + Title + "\n\nIn `fluxlint.yaml`, with what holds where nothing is said:\n\n```yaml\nrules:\n");
        text.Append(null, $"  {descriptor.Id}:\n    severity: {descriptor.Severity.ToString().ToLowerInvariant()}\n");
        foreach (var option in descriptor.Options)
            text.Append(null, $"    {option.Name}: {Written(option)}\n");
        text.Append("```\n\n| Option | Values | Decides |\n|---|---|---|\n");
        foreach (var option in descriptor.Options)
            text.Append(null, $"| `{option.Name}` | {Values(option.Choices)} | {option.Summary} |\n");
        return text.ToString();
    }

    private static string Written(RuleOption option) => option.Choices.IsEmpty ? $"[{string.Join(", ", option.Default)}]" : option.Default[0];

    private static string Values(ImmutableArray<string> choices) => choices.IsEmpty ? "a list of patterns" : string.Join(", ", choices.Select(choice => $"`{choice}`"));
}
