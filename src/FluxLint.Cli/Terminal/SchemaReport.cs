using FluxLint.Reporting;
using FluxLint.Schemas;
using FluxLint.Semantics;

namespace FluxLint.Cli.Terminal;

/// <summary>Shows one level of a schema: its fields with their types, and what else it asks for.</summary>
internal sealed class SchemaReport(TextWriter writer, Ansi ansi, int width)
{
    private const string Indent = "  ";
    private const int WidestType = 30;

    /// <summary>Writes the level that a path leads to.</summary>
    public void Write(KnownKind kind, string version, string path, Schema schema)
    {
        var scope = kind.Scope switch
        {
            ResourceScope.Namespaced => ", in a namespace",
            ResourceScope.Cluster => ", in no namespace",
            _ => "",
        };
        writer.WriteLine($"{ansi.Heading(Safe(kind.FullName(version)))}{scope}");
        var others = kind.Versions.Where(other => other.Name != version).Select(other => Safe(other.Name)).ToList();
        writer.WriteLine($"by {Safe(kind.Origin)}{(others.Count == 0 ? "" : $"; other versions: {string.Join(", ", others)}")}");
        writer.WriteLine();
        if (path.Length > 0)
            WriteRow(path, SchemaWords.Of(schema), SchemaNotes.Of(schema, isRequired: false), path.Length, SchemaWords.Of(schema).Length);
        WriteFields(Level(schema));
        WriteRules(schema);
    }

    /// <summary>The schema whose fields are those of a value, or of each item in it.</summary>
    private static Schema Level(Schema schema)
    {
        while (schema.Properties is null && (schema.Items ?? schema.AdditionalProperties) is { } inner)
            schema = inner;
        return schema;
    }

    private void WriteFields(Schema level)
    {
        var fields = level.PropertyNames.Select(name => (Name: Safe(name), Schema: level.Property(name), IsRequired: level.Required.Contains(name))).ToList();
        if (fields.Count == 0)
            return;
        var names = fields.Max(field => DisplayWidth.Of(field.Name));
        var types = Math.Min(WidestType, fields.Max(field => field.Schema is null ? 0 : SchemaWords.Of(field.Schema).Length));
        foreach (var (name, schema, isRequired) in fields)
        {
            if (schema is not null)
                WriteRow(Indent + name, SchemaWords.Of(schema), SchemaNotes.Of(schema, isRequired), names + Indent.Length, types);
        }
        if (level.KeepsUnknownFields || level.AdditionalProperties is not null)
            writer.WriteLine($"{Indent}and other fields");
    }

    private void WriteRow(string name, string type, string notes, int nameWidth, int typeWidth)
    {
        var head = $"{ansi.Heading(name)}{new string(' ', nameWidth - DisplayWidth.Of(name))}  {ansi.Code(type)}";
        if (notes.Length == 0)
        {
            writer.WriteLine(head);
            return;
        }
        var margin = nameWidth + typeWidth + 4;
        var lines = WordWrap.Lines(notes, width - margin);
        for (var i = 0; i < lines.Count; i++)
            writer.WriteLine(i == 0 ? $"{head}{new string(' ', Math.Max(0, typeWidth - type.Length))}  {lines[0]}" : new string(' ', margin) + lines[i]);
    }

    private void WriteRules(Schema schema)
    {
        if (schema.Rules.IsEmpty)
            return;
        writer.WriteLine();
        writer.WriteLine(ansi.Heading("rules"));
        foreach (var rule in schema.Rules)
        {
            foreach (var line in WordWrap.Lines(Safe(rule.Text), width - Indent.Length))
                writer.WriteLine(Indent + ansi.Code(line));
            foreach (var line in rule.WrittenMessage is { } message ? WordWrap.Lines(Safe(message), width - (2 * Indent.Length)) : [])
                writer.WriteLine(Indent + Indent + line);
        }
    }

    private static string Safe(string text) => SafeText.OneLine(text);
}
