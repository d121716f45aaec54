using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes a SARIF 2.1.0 log that GitHub code scanning accepts: relative to the repository root, without times or paths of the machine.</summary>
public sealed class SarifReporter : IReporter
{
    /// <summary>GitHub refuses a run with more results.</summary>
    public const int MaximumResults = 25_000;

    private readonly SarifOptions options;

    /// <summary>Makes a reporter.</summary>
    public SarifReporter(SarifOptions? options = null) => this.options = options ?? new();

    /// <inheritdoc/>
    public void Write(LintResult result, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        WriteRun(json, result);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void WriteRun(Utf8JsonWriter json, LintResult result)
    {
        var rules = RuleTable.Of(result);
        var fingerprints = Fingerprints.Of(result.Diagnostics);
        var ordered = result.Diagnostics.MostSevereFirst().ToImmutableArray();
        var written = ordered[..Math.Min(ordered.Length, MaximumResults)];

        json.WriteStartObject();
        WriteTool(json, rules);
        WriteInvocation(json, dropped: ordered[written.Length..]);
        WriteRoot(json);
        WriteCategory(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in written)
        {
            SarifResults.Write(json, diagnostic, rules.IndexOf(diagnostic.Id), fingerprints[diagnostic]);
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, RuleTable rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ToolInfo.Name);
        json.WriteString("semanticVersion", ToolInfo.Version);
        json.WriteString("informationUri", ToolInfo.InformationUri);
        json.WriteStartArray("rules");
        foreach (var rule in rules.Rules)
            SarifRules.Write(json, rule);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, ImmutableArray<Diagnostic> dropped)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        if (!dropped.IsEmpty)
        {
            json.WriteStartArray("toolExecutionNotifications");
            json.WriteStartObject();
            json.WriteString("level", "warning");
            json.WriteStartObject("message");
            json.WriteString("text", Describe(dropped));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // The description alone: the place of the root is the business of whoever reads the log.
    private static void WriteRoot(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifResults.RootId);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteCategory(Utf8JsonWriter json)
    {
        if (options.Category is not { Length: > 0 } category)
            return;
        json.WriteStartObject("automationDetails");
        // What follows the last slash would be the name of a single run.
        json.WriteText("id", category.EndsWith('/') ? category : category + "/");
        json.WriteEndObject();
    }

    private static string Describe(ImmutableArray<Diagnostic> dropped)
    {
        var counts = dropped.CountBy(diagnostic => diagnostic.Severity)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:N0} of severity {count.Key.ToWord()}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"A log holds at most {MaximumResults:N0} findings. The most severe are here; left out are {string.Join(" and ", counts)}.");
    }
}
