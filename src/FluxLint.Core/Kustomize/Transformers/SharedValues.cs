using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>
/// Kustomize adds one and the same node wherever a label or annotation goes in an object. Whoever changes it later in one
/// place, a label of an outer layer or a patch, thereby changes it in the others: a selector follows the label.
/// </summary>
internal static class SharedValues
{
    /// <summary>The object after a change, with the changed labels and annotations changed wherever they were shared.</summary>
    /// <param name="before">The object before.</param>
    /// <param name="after">The object after.</param>
    public static YamlMapping Follow(YamlMapping before, YamlMapping after)
    {
        Dictionary<YamlNode, YamlScalar>? changes = null;
        Compare(before, after, ref changes);
        return changes is null ? after : (YamlMapping)Replace(after, changes);
    }

    private static void Compare(YamlNode before, YamlNode after, ref Dictionary<YamlNode, YamlScalar>? changes)
    {
        if (ReferenceEquals(before, after))
            return;
        switch (before, after)
        {
            case (YamlMapping old, YamlMapping made):
                for (var i = 0; i < old.Entries.Length; i++)
                {
                    // Most changes leave the keys where they are, and then there is nothing to search.
                    if (old.Entries[i].Name is { } name && (i < made.Entries.Length && made.Entries[i].Name == name ? made.Entries[i].Value : made[name]) is { } value)
                        Compare(old.Entries[i].Value, value, ref changes);
                }
                break;
            case (YamlSequence old, YamlSequence made) when old.Items.Length == made.Items.Length:
                for (var i = 0; i < old.Items.Length; i++)
                    Compare(old.Items[i], made.Items[i], ref changes);
                break;
            case (YamlScalar { Derivation.Step: ProvenanceStep.Label or ProvenanceStep.Annotation } old, YamlScalar made):
                changes ??= new(ReferenceEqualityComparer.Instance);
                changes[old] = made;
                break;
        }
    }

    private static YamlNode Replace(YamlNode node, Dictionary<YamlNode, YamlScalar> changes)
    {
        switch (node)
        {
            case YamlMapping mapping:
                return mapping.WithValues(entry => entry.Name is null ? entry.Value : Replace(entry.Value, changes));
            case YamlSequence sequence:
                return FieldWalk.Items(sequence, item => Replace(item, changes));
            default:
                return changes.TryGetValue(node, out var made) ? made : node;
        }
    }
}
