using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A version of the API that a custom resource definition makes.</summary>
internal sealed class DefinitionVersion
{
    private readonly WrittenSchema? schema;

    internal DefinitionVersion(string name, YamlMapping? schema, SchemaSource source)
    {
        Name = name;
        this.schema = schema is null ? null : new(schema, source);
    }

    /// <summary>The version, such as <c>v1beta2</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the API server takes objects of this version.</summary>
    public bool IsServed { get; internal init; } = true;

    /// <summary>Whether objects are kept in this version.</summary>
    public bool IsStorage { get; internal init; }

    /// <summary>Whether the definition says that the version will go.</summary>
    public bool IsDeprecated { get; internal init; }

    /// <summary>The schema of its objects; null when the definition has none.</summary>
    public Schema? Schema => schema?.Value;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
