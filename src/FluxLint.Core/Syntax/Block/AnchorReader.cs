using System.Buffers;

namespace FluxLint.Syntax;

/// <summary>Reads the anchors and aliases of a text, with names as they are usual.</summary>
internal sealed class AnchorReader(string text, NodeFactory nodes)
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private AnchorScope? scope;
    private NodeSizes? sizes;

    /// <summary>Whether an alias was read in this document.</summary>
    public bool HasAliases { get; private set; }

    public void StartDocument() => (scope, sizes, HasAliases) = (null, null, false);

    /// <summary>An anchor whose node is still to be read.</summary>
    public Anchor Open(string name) => (scope ??= new()).Open(name);

    public void Close(Anchor anchor, YamlNode node) => anchor.Node = (sizes ??= new()).Add(node);

    /// <summary>The alias at an offset; null where no anchor has that name, or it is written in another way.</summary>
    /// <exception cref="LimitException">It would expand too far.</exception>
    public YamlAlias? Alias(int start, int depth)
    {
        if (Name(start) is not { } name || scope?.Find(name, out _) is not { } target)
            return null;
        HasAliases = true;
        var alias = nodes.Alias(start, start + 1 + name.Length, name, target.Node);
        scope.Expand(target, depth, alias.Span);
        return alias;
    }

    /// <summary>The name behind the sign at an offset; null for one that is written in another way.</summary>
    public string? Name(int sign)
    {
        var rest = text.AsSpan(sign + 1);
        var length = rest.IndexOfAnyExcept(Letters);
        length = length < 0 ? rest.Length : length;
        return length > 0 && (length == rest.Length || rest[length] is ' ' or '\n' or ',' or ']' or '}') ? rest[..length].ToString() : null;
    }
}
