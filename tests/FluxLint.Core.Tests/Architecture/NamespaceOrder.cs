using Mono.Cecil;

namespace FluxLint.Core.Tests.Architecture;

/// <summary>The order of the namespaces of an assembly: each may use those before it.</summary>
internal sealed class NamespaceOrder(string root, params string[] namespaces)
{
    /// <summary>What is against the order in an assembly: uses of a later namespace, and types in namespaces that have no place.</summary>
    public IEnumerable<string> Violations(string assembly) =>
        TypeReferences.Of(assembly)
            .Where(arrow => IsInside(arrow.From.Namespace) && IsInside(arrow.To.Namespace))
            .OrderBy(arrow => arrow.From.FullName, StringComparer.Ordinal)
            .ThenBy(arrow => arrow.To.FullName, StringComparer.Ordinal)
            .Select(arrow => Violation(arrow.From, arrow.To))
            .OfType<string>();

    private string? Violation(TypeDefinition user, TypeDefinition used)
    {
        var rank = Rank(user.Namespace);
        return rank < 0 ? $"{user.Namespace} has no place"
            : Rank(used.Namespace) > rank ? $"{Name(user.Namespace)}: {user.Name} uses {used.Name} of {Name(used.Namespace)}"
            : null;
    }

    private bool IsInside(string @namespace) => @namespace == root || @namespace.StartsWith(root + ".", StringComparison.Ordinal);

    private int Rank(string @namespace) => Array.IndexOf(namespaces, Name(@namespace));

    private string Name(string @namespace) => @namespace == root ? "(root)" : @namespace[(root.Length + 1)..];
}
