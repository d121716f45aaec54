namespace FluxLint.Schemas;

/// <summary>A schema that is in a store.</summary>
internal sealed class StoredSchema(StoreBlock block, int index) : SchemaSlot
{
    public override Schema Value => block.Schema(index);
}
