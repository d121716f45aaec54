using System.Text.Json;
using FluxLint.Schemas;

namespace FluxLint.Reporting;

/// <summary>
/// Writes a schema as JSON Schema of draft 2020-12, which editors, ajv and kubeconform read, with what it cannot say in the extensions of Kubernetes. What is there
/// more than once becomes a definition, and so may lead back to itself.
/// </summary>
internal sealed class SchemaJson
{
    private const int MaximumDepth = 48;

    private readonly Utf8JsonWriter json;
    private readonly SchemaParts parts;
    private int depth;

    private SchemaJson(Utf8JsonWriter json, SchemaParts parts) => (this.json, this.parts) = (json, parts);

    /// <summary>Writes the schema of a kind, or of a part of it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="title">What it is of.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="kind">Group, version and kind where it is that of whole objects; null for a part.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(Schema schema, string title, string origin, (string Group, string Version, string Kind)? kind, Stream output) => JsonOutput.Write(output, json =>
    {
        var parts = SchemaParts.Of(schema);
        var writer = new SchemaJson(json, parts);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteText("title", title);
        json.WriteText("$comment", origin);
        if (kind is { } root)
            writer.WriteKind(root.Group, root.Version, root.Kind);
        writer.WriteContent(schema, isBranch: false, kind);
        if (parts.Shared.Count > 0)
        {
            json.WriteStartObject("$defs");
            foreach (var (shared, name) in parts.Shared)
            {
                json.WriteStartObject(name);
                writer.WriteContent(shared, isBranch: false, kind: null);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });

    private void WriteKind(string group, string version, string kind)
    {
        json.WriteStartArray("x-kubernetes-group-version-kind");
        json.WriteStartObject();
        json.WriteText("group", group);
        json.WriteText("version", version);
        json.WriteText("kind", kind);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteSchema(Schema schema, bool isBranch)
    {
        json.WriteStartObject();
        if (!isBranch && parts.NameOf(schema) is { } name)
            json.WriteString("$ref", $"#/$defs/{name}");
        else if (++depth < MaximumDepth)
            WriteContent(schema, isBranch, kind: null);
        if (isBranch || parts.NameOf(schema) is null)
            depth--;
        json.WriteEndObject();
    }

    private void WriteContent(Schema schema, bool isBranch, (string Group, string Version, string Kind)? kind)
    {
        WriteTypes(schema);
        WriteFields(schema, isBranch, kind);
        if (schema.Items is { } items)
        {
            json.WritePropertyName("items");
            WriteSchema(items, isBranch);
        }
        if (!schema.Enum.IsEmpty)
            json.WriteValues("enum", schema.Enum);
        if (schema.Default is { } value)
        {
            json.WritePropertyName("default");
            json.WriteValue(value);
        }
        if (schema.Limits is { } limits)
            new SchemaLimitsJson(json).Write(limits);
        WriteConditions(schema);
        WriteRules(schema);
    }

    // The API server holds null against types and allowed values alone.
    private void WriteConditions(Schema schema)
    {
        if (schema.All.IsEmpty && schema.Any.IsEmpty && schema.One.IsEmpty && schema.Not is null)
            return;
        if (schema.IsNullable)
        {
            json.WriteStartObject("if");
            json.WriteStartObject("not");
            json.WriteString("type", "null");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("then");
        }
        WriteBranches("allOf", schema.All);
        WriteBranches("anyOf", schema.Any);
        WriteBranches("oneOf", schema.One);
        if (schema.Not is { } not)
        {
            json.WritePropertyName("not");
            WriteSchema(not.Value, isBranch: true);
        }
        if (schema.IsNullable)
            json.WriteEndObject();
    }

    private void WriteTypes(Schema schema)
    {
        string[] names = [.. SchemaWords.Names(schema.Types)];
        if (names.Length > 0 && schema.IsNullable)
            names = [.. names, "null"];
        if (names.Length == 1)
            json.WriteString("type", names[0]);
        else if (names.Length > 1)
        {
            json.WriteStartArray("type");
            foreach (var name in names)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }
    }

    private void WriteFields(Schema schema, bool isBranch, (string Group, string Version, string Kind)? kind)
    {
        var isObject = kind is not null || (schema.IsEmbeddedResource && !isBranch);
        if (schema.Properties is not null || isObject)
        {
            json.WriteStartObject("properties");
            if (kind is { } root)
            {
                WriteConstant("apiVersion", root.Group.Length == 0 ? root.Version : $"{root.Group}/{root.Version}");
                // A name in lower case is that of a catalogue, which does not say how it is written.
                if (root.Kind.Any(char.IsAsciiLetterUpper))
                    WriteConstant("kind", root.Kind);
                else
                    WriteAny("kind", "string");
            }
            foreach (var name in schema.PropertyNames.Where(name => kind is null || name is not ("apiVersion" or "kind")))
            {
                json.WritePropertyName(name);
                WriteSchema(schema.Property(name) ?? SchemaReader.Anything, isBranch);
            }
            foreach (var name in isObject ? ((string[])["apiVersion", "kind", "metadata"]).Where(name => schema.Property(name) is null && (kind is null || name == "metadata")) : [])
                WriteAny(name, name == "metadata" ? "object" : "string");
            json.WriteEndObject();
        }
        WriteAdditional(schema, isBranch);
        var required = isObject ? schema.Required.Where(name => name is not ("apiVersion" or "kind" or "status")).Prepend("kind").Prepend("apiVersion") : schema.Required;
        WriteTexts("required", required.Where(name => isBranch || schema.Property(name) is not { HasDefault: true }));
    }

    private void WriteAdditional(Schema schema, bool isBranch)
    {
        if (schema.AdditionalProperties is { } values)
        {
            json.WritePropertyName("additionalProperties");
            WriteSchema(values, isBranch);
        }
        else if (schema.RefusesUnknownFields && !isBranch)
        {
            // Outside of structural schemas, branches may declare fields.
            var declares = schema.All.Concat(schema.Any).Concat(schema.One).Any(branch => branch.Value.Properties is not null || branch.Value.AdditionalProperties is not null);
            json.WriteBoolean(declares ? "unevaluatedProperties" : "additionalProperties", false);
        }
        if (schema.KeepsUnknownFields)
            json.WriteBoolean("x-kubernetes-preserve-unknown-fields", true);
        if (schema.IsEmbeddedResource)
            json.WriteBoolean("x-kubernetes-embedded-resource", true);
    }

    private void WriteBranches(string name, IReadOnlyCollection<SchemaSlot> branches)
    {
        if (branches.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var branch in branches)
            WriteSchema(branch.Value, isBranch: true);
        json.WriteEndArray();
    }

    private void WriteRules(Schema schema)
    {
        if (schema.Rules.IsEmpty)
            return;
        json.WriteStartArray("x-kubernetes-validations");
        foreach (var rule in schema.Rules)
        {
            json.WriteStartObject();
            json.WriteText("rule", rule.Written);
            if (rule.WrittenMessage is { } message)
                json.WriteText("message", message);
            if (rule.MessageExpression is { } expression)
                json.WriteText("messageExpression", expression);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteConstant(string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteText("const", value);
        json.WriteEndObject();
    }

    private void WriteAny(string name, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        string[] all = [.. texts.Distinct()];
        if (all.Length == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in all)
            json.WriteTextValue(text);
        json.WriteEndArray();
    }
}
