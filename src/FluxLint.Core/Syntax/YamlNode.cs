using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>A node of a YAML tree. Immutable, and shared freely: it does not know its parent.</summary>
public abstract class YamlNode
{
    // Most of what a repository takes of memory is nodes. Few of them have properties or a derivation, and hardly one has both.
    private readonly object? aside;

    private protected YamlNode(SourceText source, TextSpan span, YamlProperties? properties, Derivation? derivation)
    {
        Source = source;
        Span = span;
        aside = properties is null ? derivation : derivation is null ? properties : new Both(properties, derivation);
    }

    /// <summary>The file that the node's content was written in.</summary>
    public SourceText Source { get; }

    /// <summary>The content in <see cref="Source"/>, without anchor and tag.</summary>
    public TextSpan Span { get; }

    /// <summary>Anchor and tag; null when the node has neither.</summary>
    internal YamlProperties? Properties => aside as YamlProperties ?? (aside as Both)?.Properties;

    /// <summary>How the node came to stand where it does; null for a node as its file has it.</summary>
    public Derivation? Derivation => aside as Derivation ?? (aside as Both)?.Derivation;

    /// <summary>Where the content was written.</summary>
    public Location Location => new(Source, Span);

    /// <summary>The node and every node in it, keys among them, parents before children. What an alias stands for is not in it.</summary>
    public IEnumerable<YamlNode> DescendantNodesAndSelf()
    {
        var open = new Stack<YamlNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            if (node is YamlMapping mapping)
            {
                for (var i = mapping.Entries.Length - 1; i >= 0; i--)
                {
                    open.Push(mapping.Entries[i].Value);
                    open.Push(mapping.Entries[i].Key);
                }
            }
            else if (node is YamlSequence sequence)
            {
                for (var i = sequence.Items.Length - 1; i >= 0; i--)
                    open.Push(sequence.Items[i]);
            }
        }
    }

    /// <summary>The same content, derived as said.</summary>
    internal abstract YamlNode WithDerivation(Derivation? derivation);

    /// <summary>Whether both nodes hold the same data: kinds, keys and resolved scalars, wherever they were written and in whatever key order.</summary>
    public static bool DataEquals(YamlNode? left, YamlNode? right) => (left, right) switch
    {
        _ when ReferenceEquals(left, right) => true,
        (YamlScalar a, YamlScalar b) => JsonType(a) == JsonType(b) && a.CanonicalValue == b.CanonicalValue,
        (YamlSequence a, YamlSequence b) => AreEqual(a, b),
        (YamlMapping a, YamlMapping b) => AreEqual(a, b),
        (YamlAlias a, YamlAlias b) => DataEquals(a.Target, b.Target),
        _ => false,
    };

    private static bool AreEqual(YamlSequence left, YamlSequence right)
    {
        if (left.Items.Length != right.Items.Length)
            return false;
        for (var i = 0; i < left.Items.Length; i++)
        {
            if (!DataEquals(left.Items[i], right.Items[i]))
                return false;
        }
        return true;
    }

    private static bool AreEqual(YamlMapping left, YamlMapping right)
    {
        if (left.Entries.Length != right.Entries.Length)
            return false;
        foreach (var entry in left.Entries)
        {
            if (entry.Name is not { } name || right[name] is not { } other || !DataEquals(entry.Value, other))
                return false;
        }
        return true;
    }

    private static ScalarKind JsonType(YamlScalar scalar) => scalar.Kind switch
    {
        ScalarKind.Float => ScalarKind.Integer,
        ScalarKind.Timestamp => ScalarKind.String,
        var kind => kind,
    };

    private sealed record Both(YamlProperties Properties, Derivation Derivation);
}
