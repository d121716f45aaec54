using System.Collections.Immutable;
using System.Text.Json;
using FluxLint.Changes;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Reporting;

/// <summary>
/// Writes the history of a rendered object as JSON. Its shape is a promise: members are added and never renamed or removed.
/// </summary>
/// <remarks>
/// <code>
/// {
///   "resource": { "apiVersion", "kind", "namespace", "name" },
///   "directory": "clusters/prod/one",
///   "fields": [
///     {
///       "path": "spec.values.policy", "secret": false, "value": "sync",
///       "origins": [
///         { "file", "line", "column", "step": "written", "value": "upsert-only", "cause": null },
///         { "file", "line", "column", "step": "patch", "value": "sync", "cause": { "file", "line", "column" } }
///       ]
///     }
///   ]
/// }
/// </code>
/// The directory is the one whose build has the object. Origins are in order, oldest first. Values that are secret are null. Lines and columns count from 1, columns in UTF-16 code units.
/// </remarks>
public static class TraceJson
{
    /// <summary>Writes the fields of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="directory">The directory whose build has it.</param>
    /// <param name="fields">Its fields, or some of them.</param>
    /// <param name="output">Where the JSON goes.</param>
    public static void Write(Resource resource, string directory, ImmutableArray<Place> fields, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("resource");
        json.WriteText("apiVersion", resource.ShownId.ApiVersion);
        json.WriteText("kind", resource.ShownId.Kind);
        json.WriteText("namespace", resource.ShownId.Namespace);
        json.WriteText("name", resource.ShownId.Name);
        json.WriteEndObject();
        json.WriteText("directory", directory.Length == 0 ? "." : directory);
        json.WriteStartArray("fields");
        var secrets = new SecretFields();
        foreach (var field in fields)
        {
            Write(json, field, secrets.Hide(field));
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Place field, bool isSecret)
    {
        json.WriteStartObject();
        json.WriteText("path", field.ShownField);
        json.WriteBoolean("secret", isSecret);
        WriteValue(json, field.Value, isSecret);
        json.WriteStartArray("origins");
        foreach (var origin in field.History)
        {
            json.WriteStartObject();
            Write(json, origin.Location);
            json.WriteString("step", origin.Step);
            WriteValue(json, origin.Value, isSecret);
            if (origin.Cause is { } cause)
            {
                json.WriteStartObject("cause");
                Write(json, cause);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("cause");
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, YamlNode value, bool isSecret)
    {
        json.WritePropertyName("value");
        if (isSecret)
            json.WriteNullValue();
        else
            json.WriteNode(value);
    }

    private static void Write(Utf8JsonWriter json, Location location)
    {
        var (line, column) = location.Start;
        json.WriteText("file", location.Path);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
    }
}
