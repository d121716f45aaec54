using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text.Automata;

namespace FluxLint.Schemas;

/// <summary>A <c>CustomResourceDefinition</c>, of <c>apiextensions.k8s.io/v1</c> or <c>v1beta1</c>.</summary>
internal sealed class ResourceDefinition
{
    internal ResourceDefinition(string group, string kind, ResourceScope? scope, ImmutableArray<DefinitionVersion> versions, YamlMapping root)
    {
        Group = group;
        Kind = kind;
        Scope = scope;
        Versions = versions;
        Root = root;
    }

    /// <summary>The API group of its objects.</summary>
    public string Group { get; }

    /// <summary>The kind of its objects.</summary>
    public string Kind { get; }

    /// <summary>Where its objects live; null when it does not say.</summary>
    internal ResourceScope? Scope { get; }

    /// <summary>The versions in the order they are written.</summary>
    public ImmutableArray<DefinitionVersion> Versions { get; }

    /// <summary>The definition itself.</summary>
    public YamlMapping Root { get; }

    /// <summary>The version that objects are kept in; null when none is marked.</summary>
    public DefinitionVersion? Storage => Versions.FirstOrDefault(version => version.IsStorage);

    /// <summary>The versions that the API server takes.</summary>
    public IEnumerable<DefinitionVersion> Served => Versions.Where(version => version.IsServed);

    /// <summary>The version of a name; null when there is none.</summary>
    public DefinitionVersion? Find(string version) => Versions.FirstOrDefault(candidate => candidate.Name == version);

    /// <summary>What is wrong with the rules in a definition: expressions that cannot be read. The API server refuses the definition.</summary>
    public static IEnumerable<SchemaProblem> ExpressionProblems(Resource resource) =>
        Schemas(resource).SelectMany(DefinitionRules.Expressions).Select(SyntaxCheck.Find).OfType<SchemaProblem>();

    /// <summary>Patterns of a definition that values are not held against, as they are too large.</summary>
    public static IEnumerable<SchemaProblem> PatternLimits(Resource resource) =>
        Schemas(resource).SelectMany(DefinitionRules.Patterns).Where(pattern => PatternParser.IsTooLarge(pattern.CanonicalValue))
            .Select(pattern => new SchemaProblem(pattern, "the pattern has too many states, and values are not held against it"));

    private static IEnumerable<YamlMapping> Schemas(Resource resource)
    {
        if (resource.Id is not { Kind: "CustomResourceDefinition", Group: "apiextensions.k8s.io", Version: "v1" } || resource.HasUnknownValues)
            return [];
        return (resource.Root.Mapping("spec")?.Sequence("versions")?.Items ?? []).OfType<YamlMapping>()
            .Select(version => version.At("schema", "openAPIV3Schema")).OfType<YamlMapping>();
    }

    /// <summary>Views a resource as a definition; null when it is none, or lacks what makes it one.</summary>
    internal static ResourceDefinition? Of(Resource resource)
    {
        if (resource.Id is not { Kind: "CustomResourceDefinition", Group: "apiextensions.k8s.io" } || resource.Root.Mapping("spec") is not { } spec)
            return null;
        if (spec.Text("group") is not { } group || spec.Mapping("names")?.Text("kind") is not { } kind)
            return null;
        ResourceScope? scope = spec.Text("scope") switch
        {
            "Namespaced" => ResourceScope.Namespaced,
            "Cluster" => ResourceScope.Cluster,
            _ => null,
        };
        return new(group, kind, scope, resource.Id.Version == "v1beta1" ? ReadFirst(spec) : Read(spec, fallback: null, SchemaSource.Plain), resource.Root);
    }

    /// <summary>In <c>v1beta1</c> all versions may share a schema, a single one may stand by itself, and unknown fields are kept unless said otherwise.</summary>
    private static ImmutableArray<DefinitionVersion> ReadFirst(YamlMapping spec)
    {
        var shared = spec.At("validation", "openAPIV3Schema") as YamlMapping;
        var source = new SchemaSource(KeepsUnknownFields: spec["preserveUnknownFields"] is not YamlScalar { CanonicalValue: "false" });
        var versions = Read(spec, shared, source);
        return versions.IsEmpty && spec.Text("version") is { } only ? [new(only, shared, source) { IsStorage = true }] : versions;
    }

    private static ImmutableArray<DefinitionVersion> Read(YamlMapping spec, YamlMapping? fallback, SchemaSource source) =>
    [
        .. from version in spec.Sequence("versions")?.Items.OfType<YamlMapping>() ?? []
           let name = version.Text("name")
           where name is not null
           select new DefinitionVersion(name, version.At("schema", "openAPIV3Schema") as YamlMapping ?? fallback, source)
           {
               IsServed = version["served"] is not YamlScalar { CanonicalValue: "false" },
               IsStorage = version["storage"] is YamlScalar { CanonicalValue: "true" },
               IsDeprecated = version["deprecated"] is YamlScalar { CanonicalValue: "true" },
           },
    ];
}
