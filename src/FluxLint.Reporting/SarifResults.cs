using System.Collections.Immutable;
using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes findings as SARIF's results.</summary>
/// <param name="profile">Whom they are for. GitHub makes nothing of fixes, properties and states, and shows only the related locations that a message links.</param>
/// <param name="saysSuppressions">Whether some are suppressed: SARIF wants all results of a run to say that they are, or none.</param>
/// <param name="saysBaselineState">Whether each says if it is new. What is no more is no result: FLX9003 tells it of a baseline.</param>
internal sealed class SarifResults(SarifProfile profile, bool saysSuppressions, bool saysBaselineState)
{
    public const string RootId = "%SRCROOT%";

    /// <summary>GitHub shows 100 locations of a result.</summary>
    private const int RelatedLocations = 100;

    private const int ClusterNames = 100;

    /// <summary>GitHub accepts as many locations of a result.</summary>
    private const int Steps = 1_000;

    public void Write(Utf8JsonWriter json, Diagnostic diagnostic, SarifRuleReference rule, string fingerprint)
    {
        json.WriteStartObject();
        rule.Write(json, diagnostic.Id);
        json.WriteString("level", diagnostic.Severity.ToSarifLevel());
        WriteMessage(json, SarifMessage.Of(diagnostic));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePhysicalLocation(json, diagnostic.Location);
        WriteLogicalLocation(json, diagnostic.LogicalLocation);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("primaryLocationLineHash", fingerprint);
        json.WriteEndObject();
        if (saysBaselineState && profile == SarifProfile.Full)
            json.WriteString("baselineState", diagnostic.IsKnown ? "unchanged" : "new");
        if (saysSuppressions)
            SarifSuppressions.Write(json, diagnostic.Suppression);
        WriteRelated(json, diagnostic.Related);
        WriteProvenance(json, diagnostic.Provenance);
        if (profile == SarifProfile.Full)
        {
            SarifFixes.Write(json, diagnostic.Fix);
            WriteReach(json, diagnostic.Clusters);
        }
        json.WriteEndObject();
    }

    private void WriteRelated(Utf8JsonWriter json, ImmutableArray<RelatedLocation> related)
    {
        if (related.IsEmpty)
            return;
        var count = Math.Min(related.Length, profile == SarifProfile.GitHub ? SarifMessage.LinkedLocations : RelatedLocations);
        json.WriteStartArray("relatedLocations");
        for (var i = 0; i < count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            WritePlace(json, related[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteProvenance(Utf8JsonWriter json, ImmutableArray<RelatedLocation> steps)
    {
        if (steps.IsEmpty)
            return;
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var step in steps.Take(Steps))
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            WritePlace(json, step);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteReach(Utf8JsonWriter json, ImmutableArray<string> clusters)
    {
        if (clusters.IsEmpty)
            return;
        json.WriteStartObject("properties");
        json.WriteNumber("clusterCount", clusters.Length);
        json.WriteStartArray("clusters");
        foreach (var cluster in clusters.Take(ClusterNames))
            json.WriteTextValue(cluster);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, RelatedLocation place)
    {
        WritePhysicalLocation(json, place.Location);
        if (place.Message.Length > 0)
            WriteMessage(json, SarifMessage.Sentence(place.Message));
    }

    private static void WritePhysicalLocation(Utf8JsonWriter json, Location location)
    {
        var region = LineRegion.Of(location);
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, location.Path);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", region.Line);
        json.WriteNumber("startColumn", region.StartColumn);
        json.WriteNumber("endLine", region.Line);
        json.WriteNumber("endColumn", region.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLogicalLocation(Utf8JsonWriter json, LogicalLocation? location)
    {
        if (location is null)
            return;
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteText("name", location.Field.Length == 0 ? location.Name : location.Field);
        json.WriteText("fullyQualifiedName", location.FullyQualifiedName);
        json.WriteString("kind", location.Field.Length == 0 ? "resource" : "property");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    internal static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifUri.Of(path));
        json.WriteString("uriBaseId", RootId);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteText("text", text);
        json.WriteEndObject();
    }
}
