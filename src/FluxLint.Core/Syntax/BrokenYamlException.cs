using YamlDotNet.Core.Events;

namespace FluxLint.Syntax;

/// <summary>The text is not YAML.</summary>
internal sealed class BrokenYamlException(Exception inner, ParsingEvent last) : Exception(inner.Message, inner)
{
    /// <summary>The last event that could be read.</summary>
    public ParsingEvent Last => last;
}
