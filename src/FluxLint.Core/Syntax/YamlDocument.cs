using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>One document of a file.</summary>
public sealed class YamlDocument
{
    private readonly bool hasAliases;
    private YamlNode? expanded;

    internal YamlDocument(YamlNode? root, TextSpan span, bool hasAliases)
    {
        Root = root;
        Span = span;
        this.hasAliases = hasAliases;
    }

    /// <summary>The node as written; null for a document of comments alone.</summary>
    public YamlNode? Root { get; }

    /// <summary>From the first to the last character of its content.</summary>
    public TextSpan Span { get; }

    /// <summary>The node with its aliases replaced by what they stand for and its merge keys (<c>&lt;&lt;</c>) carried out; <see cref="Root"/> itself where there are none.</summary>
    public YamlNode? Expanded => expanded ??= hasAliases && Root is not null ? AliasExpander.Expand(Root) : Root;
}
