using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A schema within another one, read when a value is met there. Reading it twice on two threads does no harm.</summary>
internal sealed class SchemaSlot(YamlMapping node, SchemaSource source)
{
    private Schema? schema;

    public Schema Value => schema ??= SchemaReader.Read(node, source);
}
