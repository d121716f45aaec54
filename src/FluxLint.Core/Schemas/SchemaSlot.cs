namespace FluxLint.Schemas;

/// <summary>A schema within another one, read when a value is met there. Reading it twice on two threads does no harm.</summary>
internal abstract class SchemaSlot
{
    public abstract Schema Value { get; }
}
