using System.Text.Json;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Reporting;

/// <summary>
/// Writes what clusters consist of as JSON. Its shape is a promise: members are added and never renamed or removed.
/// </summary>
/// <remarks>
/// <code>
/// {
///   "clusters": [
///     {
///       "name": "prod/one", "directory": "clusters/prod/one", "class": "production", "foundBy": "gotk-sync.yaml", "foundAt": { "file", "line", "column" }, "objects": 120, "hasGaps": true,
///       "kustomizations": [ { "namespace", "name", "state", "path", "objects", "remote", "location": { "file", "line", "column" } } ],
///       "releases": [ { "namespace", "name", "chart": { "name", "version" }, "location" } ],
///       "unknown": [ { "resource": "Kustomization/apps.flux-system", "state": "elsewhere", "location" } ],
///       "gaps": [ "apps/base" ]
///     }
///   ]
/// }
/// </code>
/// Objects are distinct, and applied to this very cluster. With gaps there may be more of everything: <c>unknown</c> has the Flux objects that cannot be built, in the words of <see cref="GraphJson"/>,
/// and <c>gaps</c> the directories of which a part cannot be built. Both may be empty where a tool other than Flux brings objects.
/// </remarks>
internal static class ClustersJson
{
    /// <summary>Writes clusters.</summary>
    public static void Write(IEnumerable<ClusterOverview> clusters, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("clusters");
        foreach (var cluster in clusters)
        {
            Write(json, cluster);
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ClusterOverview overview)
    {
        var cluster = overview.Cluster;
        json.WriteStartObject();
        json.WriteText("name", cluster.Name);
        json.WriteText("directory", cluster.Directory.Length == 0 ? "." : cluster.Directory);
        json.WriteTextOrNull("class", cluster.Class?.Name.Value);
        json.WriteString("foundBy", cluster.Entry.Evidence.Words);
        json.WritePlace("foundAt", cluster.Entry.Evidence.Sync?.Location);
        json.WriteNumber("objects", overview.Objects);
        json.WriteBoolean("hasGaps", cluster.HasGaps);
        json.WriteStartArray("kustomizations");
        foreach (var inventory in overview.Kustomizations)
            WriteKustomization(json, inventory);
        json.WriteEndArray();
        json.WriteStartArray("releases");
        foreach (var chart in overview.Releases)
        {
            json.WriteStartObject();
            WriteName(json, chart.Release.Resource);
            json.WriteChart(chart);
            json.WritePlace("location", chart.Release.Resource.Location);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unknown");
        foreach (var inventory in overview.Unbuilt)
        {
            json.WriteStartObject();
            json.WriteText("resource", inventory.ToString());
            json.WriteString("state", inventory.State.ToWord());
            json.WritePlace("location", inventory.Owner?.Location);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("gaps");
        foreach (var directory in overview.Gaps)
            json.WriteTextValue(directory.Length == 0 ? "." : directory);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteKustomization(Utf8JsonWriter json, Inventory inventory)
    {
        json.WriteStartObject();
        if (inventory.Owner is { } owner)
            WriteName(json, owner);
        json.WriteString("state", inventory.State.ToWord());
        json.WriteTextOrNull("path", inventory.ShownDirectory is "" ? "." : inventory.ShownDirectory);
        json.WriteNumberOrNull("objects", inventory.Output is null ? null : inventory.CountObjects());
        json.WriteBoolean("remote", inventory.IsRemote);
        json.WritePlace("location", inventory.Owner?.Location);
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, Resource resource)
    {
        json.WriteText("namespace", resource.ShownId.Namespace);
        json.WriteText("name", resource.ShownId.Name);
    }
}
