using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>
/// Writes the findings there are as a baseline: a SARIF log with no more than what names them, so that it changes in a repository only when they do. What shows in several places is there once for each, so that one more is new.
/// </summary>
internal sealed class BaselineReporter : IReporter
{
    /// <inheritdoc/>
    public void Write(LintResult result, Stream output) => JsonOutput.Write(output, json =>
    {
        var fingerprints = Fingerprints.Of(result.Places);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ToolInfo.Name);
        json.WriteString("informationUri", ToolInfo.InformationUri);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var diagnostic in result.Places)
        {
            Write(json, diagnostic, fingerprints[diagnostic]);
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Id);
        json.WriteString("level", diagnostic.Severity.ToSarifLevel());
        json.WriteStartObject("message");
        json.WriteText("text", SarifMessage.Sentence(diagnostic.Message));
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        SarifResults.WriteArtifact(json, diagnostic.Location.Path);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", fingerprint);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
