using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A schema that is written in a file.</summary>
internal sealed class WrittenSchema(YamlMapping node, SchemaSource source) : SchemaSlot
{
    private Schema? schema;

    public override Schema Value => schema ??= SchemaReader.Read(node, source);
}
