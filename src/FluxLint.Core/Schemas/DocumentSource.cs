using System.Collections.Concurrent;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A document whose schemas refer to each other. Each is read once, so that those which lead back to themselves come to an end.</summary>
internal record DocumentSource(YamlMapping Root) : SchemaSource
{
    private readonly ConcurrentDictionary<YamlMapping, Schema> levels = new(ReferenceEqualityComparer.Instance);

    public override (YamlMapping Node, SchemaSource Source)? Find(string reference) =>
        reference.StartsWith('#') && Follow(Root, reference[1..]) is { } node ? (node, this) : null;

    public override Schema Level(YamlMapping node) => levels.GetOrAdd(node, static (node, source) => SchemaReader.ReadLevel(node, source), this);
}
