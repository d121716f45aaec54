using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>The scalars of an object in which something can be substituted. Read once an object.</summary>
internal sealed class ResourceTemplate
{
    private const string DisablingKey = "kustomize.toolkit.fluxcd.io/substitute";

    private static readonly ResourceTemplate Empty = new();

    private readonly Dictionary<YamlNode, ScalarTemplate> byNode = new(ReferenceEqualityComparer.Instance);
    private readonly List<ScalarTemplate> scalars = [];

    /// <summary>The scalars in document order.</summary>
    public IReadOnlyList<ScalarTemplate> Scalars => scalars;

    /// <summary>Whether there is nothing to substitute.</summary>
    public bool IsEmpty => scalars.Count == 0;

    /// <summary>Whether a label or annotation tells Flux to leave the object alone.</summary>
    public bool IsDisabled { get; private init; }

    /// <summary>The names of all variables, in order.</summary>
    public ImmutableArray<string> Names { get; private set; } = [];

    public static ResourceTemplate Of(YamlMapping root)
    {
        var template = new ResourceTemplate { IsDisabled = IsExempt(root) };
        template.Read(root, ScalarPlace.Value);
        if (template.IsEmpty)
            return Empty;
        template.Names = [.. template.scalars.SelectMany(scalar => scalar.Template.References).Select(reference => reference.Name).Distinct().Order(StringComparer.Ordinal)];
        return template;
    }

    public static bool IsExempt(YamlMapping root) => IsMarked(root, "labels") || IsMarked(root, "annotations");

    public ScalarTemplate? Find(YamlScalar scalar) => byNode.GetValueOrDefault(scalar);

    private void Read(YamlNode node, ScalarPlace place)
    {
        switch (node)
        {
            case YamlScalar scalar:
                if (ScalarTemplate.Of(scalar, place) is { } template && byNode.TryAdd(scalar, template))
                    scalars.Add(template);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Read(item, ScalarPlace.Item);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Read(entry.Key, ScalarPlace.Key);
                    Read(entry.Value, ScalarPlace.Value);
                }
                break;
        }
    }

    private static bool IsMarked(YamlMapping root, string field) => root.At("metadata", field) is YamlMapping pairs && pairs[DisablingKey] is YamlScalar { Value: "disabled" };
}
