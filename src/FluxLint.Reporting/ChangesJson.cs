using System.Collections.Immutable;
using System.Text.Json;
using FluxLint.Changes;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Reporting;

/// <summary>
/// Writes how two states of a fleet differ as JSON. Its shape is a promise: members are added and never renamed or removed.
/// </summary>
/// <remarks>
/// <code>
/// {
///   "from": "main", "to": null, "dangers": 1,
///   "clusters": { "total": 65, "changed": [ "prod/one" ], "added": [ "prod/two" ], "removed": [ "prod/old" ] },
///   "changes": [
///     {
///       "kind": "changed",
///       "resource": { "apiVersion", "kind", "namespace", "name" },
///       "ownerBefore": "Kustomization/apps.flux-system", "ownerAfter": "Kustomization/apps.flux-system",
///       "clusters": [ "prod/one" ],
///       "withheld": null,
///       "location": { "file", "line", "column" },
///       "dangers": [ { "kind": "immutable", "message", "clusters", "location" } ],
///       "fields": [
///         {
///           "path": "spec.chart.spec.version", "secret": false, "varies": false,
///           "before": { "value": "1.0.0", "origins": [ { "step": "written", "location", "cause": null } ] },
///           "after": { "value": "1.1.0", "origins": [ { "step": "written", "location", "cause": null } ] }
///         }
///       ]
///     }
///   ],
///   "unknown": [ { "owner", "reason", "clusters", "location" } ]
/// }
/// </code>
/// What is dangerous comes first. <c>to</c> is null for the work tree, owners are null for the entry point, sides that a field does not have are null, and so are values that are secret.
/// <c>withheld</c> says in words why the clusters do not get the change, or not yet; null where they do.
/// Values that vary are those of the first cluster: those of the others differ in variables.
/// </remarks>
internal static class ChangesJson
{
    /// <summary>Writes the changes.</summary>
    /// <param name="changes">How the states differ.</param>
    /// <param name="from">The earlier revision.</param>
    /// <param name="to">The later revision; null for the work tree.</param>
    /// <param name="output">Where the JSON goes.</param>
    public static void Write(FleetChanges changes, string from, string? to, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteText("from", from);
        json.WriteTextOrNull("to", to);
        json.WriteNumber("dangers", ChangeWords.CountDangers(changes));
        json.WriteStartObject("clusters");
        json.WriteNumber("total", changes.Clusters.Length);
        WriteClusters(json, "changed", changes.ChangedClusters);
        WriteClusters(json, "added", changes.AddedClusters);
        WriteClusters(json, "removed", changes.RemovedClusters);
        json.WriteEndObject();
        json.WriteStartArray("changes");
        foreach (var change in changes.Objects)
        {
            Write(json, change);
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        json.WriteStartArray("unknown");
        foreach (var gap in changes.Gaps)
        {
            json.WriteStartObject();
            WriteOwner(json, "owner", gap.Owner);
            json.WriteText("reason", gap.Reason);
            WriteClusters(json, "clusters", gap.Clusters);
            json.WritePlace("location", gap.Location);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ObjectChange change)
    {
        var id = change.Resource.ShownId;
        json.WriteStartObject();
        json.WriteString("kind", change.Kind.ToWord());
        json.WriteStartObject("resource");
        json.WriteText("apiVersion", id.ApiVersion);
        json.WriteText("kind", id.Kind);
        json.WriteText("namespace", id.Namespace);
        json.WriteText("name", id.Name);
        json.WriteEndObject();
        WriteOwner(json, "ownerBefore", change.OwnerBefore);
        WriteOwner(json, "ownerAfter", change.OwnerAfter);
        WriteClusters(json, "clusters", change.Clusters);
        json.WriteTextOrNull("withheld", change.Withheld);
        json.WritePlace("location", change.Resource.Location);
        json.WriteStartArray("dangers");
        foreach (var danger in change.Dangers)
        {
            json.WriteStartObject();
            json.WriteString("kind", danger.Kind.ToWord());
            json.WriteText("message", danger.Message);
            WriteClusters(json, "clusters", danger.Clusters);
            json.WritePlace("location", danger.Location);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("fields");
        foreach (var field in change.Fields)
        {
            json.WriteStartObject();
            json.WriteText("path", field.ShownPath);
            json.WriteBoolean("secret", field.IsSecret);
            json.WriteBoolean("varies", field.Varies);
            WriteSide(json, "before", field.Before, field.IsSecret);
            WriteSide(json, "after", field.After, field.IsSecret);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, Place? place, bool isSecret)
    {
        if (place is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WritePropertyName("value");
        json.WriteNode(isSecret ? YamlScalar.Create("", place.Location, isText: false) : place.Value);
        json.WriteStartArray("origins");
        foreach (var origin in place.History)
        {
            json.WriteStartObject();
            json.WriteString("step", origin.Step);
            json.WritePlace("location", origin.Location);
            json.WritePlace("cause", origin.Cause);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOwner(Utf8JsonWriter json, string name, string owner) => json.WriteTextOrNull(name, owner.Length == 0 ? null : owner);

    private static void WriteClusters(Utf8JsonWriter json, string name, ImmutableArray<Cluster> clusters)
    {
        json.WriteStartArray(name);
        foreach (var cluster in clusters)
            json.WriteTextValue(cluster.Name);
        json.WriteEndArray();
    }
}
