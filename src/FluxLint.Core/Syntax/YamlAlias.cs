using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>An alias such as <c>*defaults</c>.</summary>
public sealed class YamlAlias : YamlNode
{
    internal YamlAlias(SourceText source, TextSpan span, string name, YamlNode? target, Derivation? derivation = null)
        : base(source, span, properties: null, derivation)
    {
        Name = name;
        Target = target;
    }

    /// <summary>The name without <c>*</c>.</summary>
    public string Name { get; }

    /// <summary>The node with the last anchor of that name before the alias; null when there is none.</summary>
    public YamlNode? Target { get; }

    /// <inheritdoc/>
    internal override YamlAlias WithDerivation(Derivation? derivation) => new(Source, Span, Name, Target, derivation);
}
