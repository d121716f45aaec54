using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>
/// What the API server accepts as an object of a kind, or as a part of one: the structural subset of JSON Schema that
/// <c>apiextensions.k8s.io</c> defines, and what built-in kinds publish. Immutable; the parts below are read when they are asked for.
/// </summary>
public sealed class Schema
{
    internal Schema()
    {
    }

    /// <summary>The types that a value may have.</summary>
    internal SchemaTypes Types { get; init; }

    /// <summary>Whether fields without a property are kept as they are (<c>x-kubernetes-preserve-unknown-fields</c>).</summary>
    public bool KeepsUnknownFields { get; internal init; }

    /// <summary>Whether the value is a Kubernetes object of its own (<c>x-kubernetes-embedded-resource</c>).</summary>
    public bool IsEmbeddedResource { get; internal init; }

    /// <summary>Whether null is a value (<c>nullable</c>); else a field with null counts as one that is not written.</summary>
    public bool IsNullable { get; internal init; }

    /// <summary>Whether the API server fills in a value where none is written.</summary>
    public bool HasDefault => Default is not null;

    /// <summary>The value that is filled in; null when there is none.</summary>
    internal YamlNode? Default { get; init; }

    /// <summary>What must be true of a value besides.</summary>
    internal ImmutableArray<SchemaRule> Rules { get; init; } = [];

    /// <summary>The fields that a mapping must have.</summary>
    public ImmutableArray<string> Required { get; internal init; } = [];

    /// <summary>The values that are allowed; empty when all are.</summary>
    public ImmutableArray<YamlNode> Enum { get; internal init; } = [];

    /// <summary>The names of the fields that are declared, in order.</summary>
    public IEnumerable<string> PropertyNames => Properties is null ? [] : Properties.Keys;

    /// <summary>The schema of the items of a list; null when they may be anything.</summary>
    public Schema? Items => ItemSlot?.Value;

    /// <summary>The schema of the fields that are not declared; null when there is none.</summary>
    public Schema? AdditionalProperties => AdditionalSlot?.Value;

    /// <summary>Whether a field that is not declared is refused.</summary>
    public bool RefusesUnknownFields => !KeepsUnknownFields && AdditionalSlot is null && !AllowsAdditional && (Properties is not null || ForbidsAdditional);

    internal OrderedDictionary<string, SchemaSlot>? Properties { get; init; }

    internal SchemaSlot? ItemSlot { get; init; }

    internal SchemaSlot? AdditionalSlot { get; init; }

    /// <summary>Whether <c>additionalProperties</c> is <c>true</c>.</summary>
    internal bool AllowsAdditional { get; init; }

    /// <summary>Whether <c>additionalProperties</c> is <c>false</c>.</summary>
    internal bool ForbidsAdditional { get; init; }

    internal SchemaLimits? Limits { get; init; }

    internal ImmutableArray<SchemaSlot> All { get; init; } = [];

    internal ImmutableArray<SchemaSlot> Any { get; init; } = [];

    internal ImmutableArray<SchemaSlot> One { get; init; } = [];

    internal SchemaSlot? Not { get; init; }

    /// <summary>The schema of a declared field; null when it is not declared.</summary>
    public Schema? Property(string name) => Properties is not null && Properties.TryGetValue(name, out var slot) ? slot.Value : null;
}
