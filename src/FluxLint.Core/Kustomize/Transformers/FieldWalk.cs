using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Changes the fields at a path. Only the nodes along a changed path are new, and where nothing changes the same node comes back.</summary>
/// <param name="set">Makes the new value from the present one, which is null where the field is missing and created; null leaves it alone.</param>
/// <param name="cause">Where nodes that are created on the way belong; null creates nothing.</param>
/// <param name="refuse">Hears of a node that is no collection although the path goes on below it.</param>
internal sealed class FieldWalk(Func<YamlNode?, YamlNode?> set, Location? cause = null, Action<YamlNode>? refuse = null)
{
    public YamlMapping Apply(YamlMapping root, FieldSpec spec) => spec.Steps.Length > YamlLimits.Depth ? root : Update(root, spec, spec.Steps, 0);

    /// <summary>The sequence with every item replaced; the same instance when no item changed.</summary>
    public static YamlSequence Items(YamlSequence sequence, Func<YamlNode, YamlNode> change)
    {
        ImmutableArray<YamlNode>.Builder? changed = null;
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            var item = change(sequence.Items[i]);
            if (ReferenceEquals(item, sequence.Items[i]))
                continue;
            changed ??= sequence.Items.ToBuilder();
            changed[i] = item;
        }
        return changed is null ? sequence : sequence.WithItems(changed.DrainToImmutable());
    }

    private YamlNode Visit(YamlNode node, FieldSpec spec, ImmutableArray<string> steps, int at)
    {
        if (at == steps.Length)
            return set(node) ?? node;
        switch (node)
        {
            case YamlScalar { IsNull: true }:
                return node;
            case YamlSequence sequence:
                return VisitItems(sequence, spec, steps, at);
            case YamlMapping mapping:
                return Update(mapping, spec, steps, at);
            default:
                refuse?.Invoke(node);
                return node;
        }
    }

    private YamlSequence VisitItems(YamlSequence sequence, FieldSpec spec, ImmutableArray<string> steps, int at) =>
        Items(sequence, item => Visit(item, spec, steps, at));

    private YamlMapping Update(YamlMapping mapping, FieldSpec spec, ImmutableArray<string> steps, int at)
    {
        var isSequence = steps[at].EndsWith("[]", StringComparison.Ordinal);
        var name = isSequence ? steps[at][..^2] : steps[at];
        var value = mapping[name];
        var changed = value is null or YamlScalar { IsNull: true } && spec.Create && !isSequence && cause is not null
            ? Create(value, spec, steps, at + 1, cause)
            : value is null ? null : Visit(value, spec, steps, at + 1);
        return changed is null || ReferenceEquals(changed, value) ? mapping : mapping.With(name, changed);
    }

    private YamlNode? Create(YamlNode? present, FieldSpec spec, ImmutableArray<string> steps, int at, Location place) =>
        at == steps.Length ? set(present) : Update(new YamlMapping(place.Source, place.Span, []), spec, steps, at);
}
