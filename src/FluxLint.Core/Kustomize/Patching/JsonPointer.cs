using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>A JSON pointer (RFC 6901) as kustomize reads it: whatever stands before the first <c>/</c> is ignored.</summary>
internal sealed class JsonPointer
{
    private JsonPointer(YamlScalar node, ImmutableArray<string> steps)
    {
        Node = node;
        Steps = steps;
    }

    /// <summary>The scalar that holds the pointer.</summary>
    public YamlScalar Node { get; }

    /// <summary>The pointer as written.</summary>
    public string Text => Node.Value;

    /// <summary>The keys and indexes, with <c>~0</c> and <c>~1</c> undone; none for the whole document.</summary>
    public ImmutableArray<string> Steps { get; }

    public static JsonPointer Of(YamlScalar node) =>
        new(node, [.. node.Value.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]);
}
