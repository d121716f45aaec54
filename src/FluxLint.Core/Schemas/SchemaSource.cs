using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Where a schema is written, to follow its references from.</summary>
/// <param name="KeepsUnknownFields">Whether every object keeps the fields that its schema does not declare, as definitions in the first version of their API may ask for.</param>
internal record SchemaSource(bool KeepsUnknownFields = false)
{
    /// <summary>A schema without references.</summary>
    public static SchemaSource Plain { get; } = new();

    /// <summary>What a reference leads to, and where that is written; null when it leads nowhere.</summary>
    public virtual (YamlMapping Node, SchemaSource Source)? Find(string reference) => null;

    /// <summary>Whether values are held to a format.</summary>
    public virtual bool Asserts(string format) => true;

    /// <summary>The schema that is written in a mapping.</summary>
    public virtual Schema Level(YamlMapping node) => SchemaReader.ReadLevel(node, this);

    /// <summary>The mapping that a JSON pointer such as <c>/definitions/name</c> leads to.</summary>
    protected static YamlMapping? Follow(YamlMapping root, string pointer)
    {
        YamlMapping? node = root;
        foreach (var part in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = node?.Mapping(part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return node;
    }
}
