using FluxLint.Fleet;

namespace FluxLint.Reporting;

/// <summary>
/// Writes which cluster has which release at which version as JSON. Its shape is a promise: members are added and never renamed or removed.
/// </summary>
/// <remarks>
/// <code>
/// {
///   "releases": [ { "namespace", "name" } ],
///   "rows": [ { "class": "production", "clusters": [ "prod/one" ], "versions": [ { "version": "1.2.3", "skewed": false }, null ] } ]
/// }
/// </code>
/// Clusters of one class that are alike are one row. Versions stand in the order of the releases; null where the clusters lack one. A version is skewed when most clusters of the class have another.
/// </remarks>
internal static class FleetMatrixJson
{
    /// <summary>Writes a matrix.</summary>
    public static void Write(FleetMatrix matrix, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("releases");
        foreach (var release in matrix.Releases)
        {
            json.WriteStartObject();
            json.WriteText("namespace", release.Namespace);
            json.WriteText("name", release.Name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in matrix.Rows)
        {
            json.WriteStartObject();
            json.WriteTextOrNull("class", row.Clusters[0].Cluster.Class?.Name.Value);
            json.WriteStartArray("clusters");
            foreach (var cluster in row.Clusters)
                json.WriteTextValue(cluster.Cluster.Name);
            json.WriteEndArray();
            json.WriteStartArray("versions");
            foreach (var cell in row.Cells)
            {
                if (cell is null)
                {
                    json.WriteNullValue();
                    continue;
                }
                json.WriteStartObject();
                json.WriteTextOrNull("version", cell.Version.Length == 0 ? null : cell.Version);
                json.WriteBoolean("skewed", cell.IsSkewed);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
