using System.Collections.Immutable;
using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>
/// Writes JSON for scripts. Its shape is a promise: within a version, members are added and never renamed or removed.
/// </summary>
/// <remarks>
/// <code>
/// {
///   "version": 1,
///   "summary": { "errors", "warnings", "infos", "suppressed", "clusters", "files", "filesParsed", "kustomizations", "rules",
///                "assumed": { "kubernetes": "1.36", "flux": "2.9" }, "older": 14 },
///   "diagnostics": [
///     {
///       "id": "FLX3001", "name": "unpinned-chart-version", "severity": "error" | "warning" | "info",
///       "message": "...", "help": "..." | null,
///       "path": "...", "start": { "line", "column" }, "end": { "line", "column" },
///       "resource": { "apiVersion", "kind", "namespace", "name" } | null, "field": "spec.chart.spec.version" | null,
///       "clusters": [ "..." ],
///       "related": [ { "message", "path", "start", "end" } ],
///       "provenance": [ { "message", "path", "start", "end" } ],
///       "suppression": null | { "kind": "inSource" | "configuration" | "baseline", "reason" }
///     }
///   ],
///   "suppressed": [ as in "diagnostics" ]
/// }
/// </code>
/// <c>assumed</c> has the versions of <c>lint --assume</c>, and <c>older</c> how many findings there are without them, which are not written;
/// both are left out of other lints. The resource is null for what is about a file, and the field for a resource as a whole.
/// Lines and columns count from 1, columns in UTF-16 code units; the end is the place behind the last character.
/// </remarks>
public sealed class JsonReporter : IReporter
{
    private const int Version = 1;

    /// <inheritdoc/>
    public void Write(LintResult result, Stream output) => JsonOutput.Write(output, json =>
    {
        var rules = RuleTable.Of(result);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        WriteSummary(json, result);
        WriteDiagnostics(json, "diagnostics", result.Diagnostics, rules);
        WriteDiagnostics(json, "suppressed", result.Suppressed, rules);
        json.WriteEndObject();
    });

    private static void WriteDiagnostics(Utf8JsonWriter json, string name, ImmutableArray<Diagnostic> diagnostics, RuleTable rules)
    {
        json.WriteStartArray(name);
        foreach (var diagnostic in diagnostics)
        {
            WriteDiagnostic(json, diagnostic, rules[diagnostic.Id].Name);
            json.FlushWhenFull();
        }
        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, LintResult result)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("errors", Count(result, Severity.Error));
        json.WriteNumber("warnings", Count(result, Severity.Warning));
        json.WriteNumber("infos", Count(result, Severity.Info));
        json.WriteNumber("suppressed", result.Suppressed.Length);
        json.WriteNumber("clusters", result.Statistics.Clusters);
        json.WriteNumber("files", result.Statistics.Files);
        json.WriteNumber("filesParsed", result.Statistics.FilesParsed);
        json.WriteNumber("kustomizations", result.Statistics.Kustomizations);
        json.WriteNumber("rules", result.Statistics.RulesRun);
        if (result.Assumed is { } assumed)
        {
            json.WriteStartObject("assumed");
            if (assumed.Kubernetes is { } kubernetes)
                json.WriteString("kubernetes", kubernetes.Node.Value);
            if (assumed.Flux is { } flux)
                json.WriteString("flux", flux.Node.Value);
            json.WriteEndObject();
            json.WriteNumber("older", result.OlderFindings);
        }
        json.WriteEndObject();
    }

    private static int Count(LintResult result, Severity severity) =>
        result.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic, string name)
    {
        json.WriteStartObject();
        json.WriteString("id", diagnostic.Id);
        json.WriteString("name", name);
        json.WriteString("severity", diagnostic.Severity.ToWord());
        json.WriteText("message", diagnostic.Message);
        if (diagnostic.Help is { } help)
            json.WriteText("help", help);
        else
            json.WriteNull("help");
        json.WriteLocation(diagnostic.Location);
        json.WriteLogicalLocation(diagnostic.LogicalLocation);
        json.WriteStartArray("clusters");
        foreach (var cluster in diagnostic.Clusters)
            json.WriteTextValue(cluster);
        json.WriteEndArray();
        WritePlaces(json, "related", diagnostic.Related);
        WritePlaces(json, "provenance", diagnostic.Provenance);
        WriteFix(json, diagnostic.Fix);
        json.WriteSuppression(diagnostic.Suppression);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, string name, ImmutableArray<RelatedLocation> places)
    {
        json.WriteStartArray(name);
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteText("message", place.Message);
            json.WriteLocation(place.Location);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteFix(Utf8JsonWriter json, CodeFix? fix)
    {
        if (fix is null)
        {
            json.WriteNull("fix");
            return;
        }
        json.WriteStartObject("fix");
        json.WriteText("title", fix.Title);
        json.WriteString("safety", fix.Safety.ToWord());
        json.WriteStartArray("changes");
        foreach (var change in fix.Changes)
        {
            json.WriteStartObject();
            json.WriteLocation(new(change.Source, change.Span));
            json.WriteText("text", change.NewText);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
