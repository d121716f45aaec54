using System.Collections.Immutable;
using FluxLint.Kustomize.Configurations;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Plugins;

/// <summary>
/// The configuration of a built-in plugin. It is read less strictly than a kustomization: fields that a plugin does not have are
/// ignored, and where text is expected a number or a boolean is taken as text.
/// </summary>
internal sealed class Plugin(Layer layer, Resource resource)
{
    public Layer Layer => layer;

    /// <summary>The configuration. It has been a resource, so words such as <c>yes</c> are text, other than in a kustomization.</summary>
    public YamlMapping Root { get; } = (YamlMapping)Quoted(resource.Root);

    public string Kind => resource.Id.Kind;

    public YamlMapping Metadata => Root.Mapping("metadata") ?? Root.WithEntries([]);

    /// <summary>A field with everything in it as text.</summary>
    public YamlNode? Textual(string name) => Root.Field(name) is { } node ? Textual(node) : null;

    /// <summary>A field that is text; null when it is absent or empty.</summary>
    public YamlScalar? Text(string name)
    {
        var node = Textual(name);
        if (node is not (null or YamlScalar))
            Refuse(node, $"'{name}' must be text, and is {KustomizationFields.Describe(node)}");
        return node is YamlScalar { Value.Length: > 0 } text ? text : null;
    }

    /// <summary>A field that maps text to text, in order of its keys.</summary>
    public List<YamlEntry> Pairs(string name) =>
        Textual(name) is { } node ? [.. layer.Pairs(Root.WithEntries([]).With(name, node), name).Select(pair => pair with { Key = Quoted(pair.Key) })] : [];

    /// <summary>The fields that the plugin works on; null when it names none.</summary>
    public ImmutableArray<FieldSpec>? FieldSpecs
    {
        get
        {
            if (Root.Field("fieldSpecs") is null)
                return null;
            var reader = new FieldSpecReader(layer);
            return [.. layer.Mappings(Root, "fieldSpecs").Select(spec => reader.Read(spec, "fieldSpecs", isStrict: false))];
        }
    }

    /// <summary>A mapping field with the entries that count, as text.</summary>
    public YamlMapping? Entry(string name, params ReadOnlySpan<string> known) => Root.Field(name) is YamlMapping entry ? Only(entry, known) : null;

    /// <summary>A mapping with the entries of some names.</summary>
    public static YamlMapping Only(YamlMapping mapping, params ReadOnlySpan<string> known)
    {
        var kept = ImmutableArray.CreateBuilder<YamlEntry>();
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } name && KustomizationFields.Contains(known, name))
                kept.Add(entry);
        }
        return mapping.WithEntries(kept.ToImmutable());
    }

    public static YamlNode Textual(YamlNode node) => Change(node, scalar =>
        scalar.Kind is ScalarKind.String or ScalarKind.Null ? scalar : YamlScalar.Create(scalar.CanonicalValue, scalar.Location));

    public void Refuse(YamlNode node, string message) => layer.Report(BuildProblemKind.Refused, node, message);

    private static YamlNode Quoted(YamlNode node) => Change(node, scalar =>
        scalar is { Kind: ScalarKind.String, Style: ScalarStyle.Plain, Value.Length: <= 3 } ? YamlScalar.Create(scalar.Value, scalar.Location) : scalar);

    private static YamlNode Change(YamlNode node, Func<YamlScalar, YamlScalar> change) => node switch
    {
        YamlMapping mapping => mapping.WithEntries([.. mapping.Entries.Select(entry => entry with { Value = Change(entry.Value, change) })]),
        YamlSequence sequence => FieldWalk.Items(sequence, item => Change(item, change)),
        YamlScalar scalar => change(scalar),
        _ => node,
    };
}
