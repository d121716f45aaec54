using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>Looks for a node in an object: the very node, not one that is equal.</summary>
internal sealed class FieldSearch
{
    private readonly YamlNode sought;
    private readonly bool amongReplaced;
    private readonly Stack<YamlNode> nodes = [];
    private readonly Stack<FieldStep> steps = [];

    private FieldSearch(YamlNode sought, bool amongReplaced)
    {
        this.sought = sought;
        this.amongReplaced = amongReplaced;
    }

    /// <summary>The trail of the first field that is a node or has it as its key, or else has replaced it since; null when the object has none.</summary>
    public static FieldTrail? Find(YamlNode root, YamlNode sought) =>
        new FieldSearch(sought, amongReplaced: false).Run(root) ?? new FieldSearch(sought, amongReplaced: true).Run(root);

    private FieldTrail? Run(YamlNode root) => Visit(root) ? new([.. nodes], FieldPath.Of([.. steps])) : null;

    // The way is put together backwards, once the end is found.
    private bool Visit(YamlNode node)
    {
        if (IsSought(node))
        {
            nodes.Push(sought);
            return true;
        }
        if (!(node is YamlMapping mapping ? VisitEntries(mapping) : node is YamlSequence sequence && VisitItems(sequence)))
            return false;
        nodes.Push(node);
        return true;
    }

    private bool VisitEntries(YamlMapping mapping)
    {
        foreach (var (key, value) in mapping.Entries)
        {
            if (key is not YamlScalar { Value: var name })
                continue;
            if (IsSought(key))
                nodes.Push(value);
            else if (!Visit(value))
                continue;
            steps.Push(new(name));
            return true;
        }
        return false;
    }

    private bool VisitItems(YamlSequence sequence)
    {
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            if (!Visit(sequence.Items[i]))
                continue;
            steps.Push(new(i.ToString(CultureInfo.InvariantCulture), IsIndex: true));
            return true;
        }
        return false;
    }

    private bool IsSought(YamlNode node)
    {
        if (!amongReplaced)
            return ReferenceEquals(node, sought);
        var at = node;
        while (at is not null && !ReferenceEquals(at, sought))
            at = at.Derivation?.Replaced;
        return at is not null;
    }
}
