using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Text;
using FluxLint.Text.Automata;

namespace FluxLint.Configuration;

/// <summary>Reads the severities of one <c>.editorconfig</c>, line by line as the compiler of C# reads it.</summary>
internal sealed partial class EditorConfigReader(SourceText source, ImmutableArray<RuleInfo> knownRules)
{
    private const int LongestLine = 1024;

    private readonly string directory = RepositoryPath.Parent(source.Path);
    private readonly ImmutableArray<EditorConfigSetting>.Builder settings = ImmutableArray.CreateBuilder<EditorConfigSetting>();
    private readonly ImmutableArray<ConfigurationProblem>.Builder problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
    private bool isRoot;

    public EditorConfigFile Read()
    {
        Automaton? pattern = null;
        var (isInSection, isReadable) = (false, true);
        for (var number = 1; number <= source.LineCount; number++)
        {
            var line = source.GetLineSpan(number);
            var text = source.Slice(line).ToString();
            if (text.Length > LongestLine)
                continue;
            if (Section().Match(text) is { Success: true } section)
            {
                pattern = EditorConfigGlob.Parse(section.Groups["name"].Value);
                (isInSection, isReadable) = (true, pattern is not null);
            }
            else if (Property().Match(text) is { Success: true } property)
            {
                var value = property.Groups["value"];
                var key = property.Groups["key"];
                if (!isInSection && key.Value.Equals("root", StringComparison.OrdinalIgnoreCase))
                    isRoot = value.Value.Equals("true", StringComparison.OrdinalIgnoreCase);
                else if (Severity().Match(key.Value) is { Success: true } severity && Known(severity.Groups["id"], line.Start + key.Index) is { } id && isReadable)
                    Add(id, value, line, pattern);
            }
        }
        return new(directory, isRoot, settings.ToImmutable(), problems.ToImmutable());
    }

    private string? Known(Group id, int keyStart)
    {
        if (knownRules.FirstOrDefault(rule => rule.Id.Equals(id.Value, StringComparison.OrdinalIgnoreCase)) is { } rule)
            return rule.Id;
        // The ids of other analyzers are none of our business.
        if (id.Value.StartsWith(RuleInfo.BuiltInIds, StringComparison.OrdinalIgnoreCase))
            Warn(new(keyStart + id.Index, id.Length), $"there is no rule '{id.Value}'{(Suggestion.For(id.Value.ToUpperInvariant(), knownRules.Select(known => known.Id)) is { } nearest ? $"; {nearest.Statement}" : "")}");
        return null;
    }

    private void Add(string id, Group value, TextSpan line, Automaton? pattern)
    {
        var location = new Location(source, new(line.Start + value.Index, value.Length));
        switch (value.Value.ToLowerInvariant())
        {
            case "error":
                settings.Add(new(directory, pattern, id, Diagnostics.Severity.Error, location));
                return;
            case "warning":
                settings.Add(new(directory, pattern, id, Diagnostics.Severity.Warning, location));
                return;
            case "suggestion":
                settings.Add(new(directory, pattern, id, Diagnostics.Severity.Info, location));
                return;
            // What an editor would keep to itself has no place in a report.
            case "silent" or "none":
                settings.Add(new(directory, pattern, id, Diagnostics.Severity.Off, location));
                return;
            case "default":
                settings.Add(new(directory, pattern, id, null, location));
                return;
        }
        string[] words = ["error", "warning", "suggestion", "silent", "none", "default"];
        var hint = Suggestion.For(value.Value, words) is { } nearest ? $"; {nearest.Statement}" : "";
        Warn(location.Span, $"the severity of '{id}' must be error, warning, suggestion, silent, none or default, not '{value.Value}'{hint}");
    }

    private void Warn(TextSpan span, string message) => problems.Add(new(new(source, span), message) { IsWarning = true });

    [GeneratedRegex(@"^\s*\[(?<name>([^#;]|\\#|\\;)+)\]\s*([#;].*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\s*(?<key>[\w.\-]+)\s*[=:]\s*(?<value>[^#;]*?)\s*([#;].*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Property();

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>\w+)\.severity$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Severity();
}
