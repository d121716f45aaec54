using System.Text.Json;
using FluxLint.Fleet;

namespace FluxLint.Reporting;

/// <summary>
/// Writes the graph of a cluster as JSON. Its shape is a promise: members are added and never renamed or removed.
/// </summary>
/// <remarks>
/// <code>
/// {
///   "cluster": { "name", "directory", "class", "objects", "hasGaps" },
///   "nodes": [
///     {
///       "id": "Kustomization/apps.flux-system", "kind", "namespace", "name", "parent": "Kustomization/flux-system.flux-system",
///       "state": "built", "path": "apps/production", "objects": 12, "remote": false, "suspended": false,
///       "chart": null, "wave": 2, "location": { "file", "line", "column" }
///     }
///   ],
///   "edges": [ { "from", "to", "reason": "definition", "detail": "ClusterIssuer.cert-manager.io", "location" } ],
///   "cycles": [ [ { "from", "to", "reason", "detail", "location" } ] ]
/// }
/// </code>
/// Nodes are what applies others, releases, and sources; each stands after its parent. An entry point that nothing applies has its directory as id, and neither kind, namespace,
/// name nor location. State is built, elsewhere (another repository), missing-path, missing-artifact, too-deep or unknown,
/// and null for what applies nothing; <c>remote</c> says that the objects go to another cluster, which has them and is not looked into. Objects is null where it is not known. A chart is <c>{ "name", "version" }</c>, null each when not known.
/// Objects of one wave may start together; wave is null for sources, and for what never starts because of a cycle.
/// Reasons are depends-on, source, wait, health-check, namespace and definition, and in cycles parent (is applied by). The detail of namespace and definition is what is needed.
/// Lines and columns count from 1, columns in UTF-16 code units.
/// </remarks>
internal static class GraphJson
{
    /// <summary>Writes a graph.</summary>
    public static void Write(ClusterGraph graph, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        Write(json, graph.Cluster);
        var waves = graph.Waves.SelectMany((wave, index) => wave.Select(node => (node, index))).ToDictionary(item => item.node, item => item.index + 1);
        json.WriteStartArray("nodes");
        foreach (var node in graph.Nodes)
        {
            Write(json, node, waves.TryGetValue(node, out var wave) ? wave : null);
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in graph.Edges)
        {
            json.WriteStartObject();
            json.WriteText("from", edge.From.Id);
            json.WriteText("to", edge.To.Id);
            json.WriteString("reason", edge.Reason.ToWord());
            json.WriteText("detail", edge.Detail);
            json.WritePlace("location", edge.Location);
            json.WriteEndObject();
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        WriteCycles(json, graph);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Cluster cluster)
    {
        json.WriteStartObject("cluster");
        json.WriteText("name", cluster.Name);
        json.WriteText("directory", cluster.Directory.Length == 0 ? "." : cluster.Directory);
        json.WriteTextOrNull("class", cluster.Class?.Name.Value);
        json.WriteNumber("objects", cluster.CountObjects());
        json.WriteBoolean("hasGaps", cluster.HasGaps);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GraphNode node, int? wave)
    {
        json.WriteStartObject();
        json.WriteText("id", node.Id);
        json.WriteTextOrNull("kind", node.Resource?.ShownId.Kind);
        json.WriteTextOrNull("namespace", node.Resource?.ShownId.Namespace);
        json.WriteTextOrNull("name", node.Resource?.ShownId.Name);
        json.WriteTextOrNull("parent", node.Parent?.Id);
        json.WriteTextOrNull("state", node.Inventory?.State.ToWord());
        json.WriteTextOrNull("path", node.Inventory?.ShownDirectory is "" ? "." : node.Inventory?.ShownDirectory);
        json.WriteNumberOrNull("objects", node.Objects);
        json.WriteBoolean("remote", node.Inventory?.IsRemote == true);
        json.WriteBoolean("suspended", node.Object?.IsSuspended == true);
        json.WriteChart(node.Chart);
        json.WriteNumberOrNull("wave", wave);
        json.WritePlace("location", node.Resource?.Location);
        json.WriteEndObject();
    }

    private static void WriteCycles(Utf8JsonWriter json, ClusterGraph graph)
    {
        json.WriteStartArray("cycles");
        foreach (var cycle in graph.Cycles)
        {
            json.WriteStartArray();
            foreach (var edge in cycle.Edges)
            {
                json.WriteStartObject();
                json.WriteText("from", Id(edge.Event.Node));
                json.WriteText("to", Id(edge.Needs.Node));
                json.WriteString("reason", edge.Reason.ToWord());
                json.WriteText("detail", graph.Shown(edge));
                json.WritePlace("location", edge.Location);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();

        string Id(OrderNode node) => graph.Find(node)?.Id ?? node.ToString();
    }
}
