using System.Text.Json;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Reporting;

/// <summary>Writes fixes as SARIF has them: for each file the regions that go and the text that comes.</summary>
internal static class SarifFixes
{
    public static void Write(Utf8JsonWriter json, CodeFix? fix)
    {
        if (fix is null)
            return;
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartObject("description");
        json.WriteText("text", SarifMessage.Sentence(fix.Title));
        json.WriteEndObject();
        json.WriteStartArray("artifactChanges");
        foreach (var file in fix.Changes.GroupBy(change => change.Source.Path, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            SarifResults.WriteArtifact(json, file.Key);
            json.WriteStartArray("replacements");
            foreach (var change in file)
                WriteReplacement(json, change);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteReplacement(Utf8JsonWriter json, TextChange change)
    {
        var (start, end) = (change.Source.GetPosition(change.Span.Start), change.Source.GetPosition(change.Span.End));
        json.WriteStartObject();
        json.WriteStartObject("deletedRegion");
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
        json.WriteStartObject("insertedContent");
        json.WriteContent("text", change.NewText);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
