using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A document whose schemas refer to each other.</summary>
internal sealed record DocumentSource(YamlMapping Root) : SchemaSource
{
    public override (YamlMapping Node, SchemaSource Source)? Find(string reference) =>
        reference.StartsWith('#') && Follow(Root, reference[1..]) is { } node ? (node, this) : null;
}
