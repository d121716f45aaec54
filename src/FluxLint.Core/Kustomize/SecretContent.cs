using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Knows what of a Secret nobody should be shown who has not asked for it: reports go to more people than the repository does.</summary>
internal static class SecretContent
{
    public const string Kind = "Secret";

    // What is shorter may be in a message for another reason.
    private const int Telling = 6;

    private static readonly HashSet<YamlNode> Nothing = [];

    /// <summary>What stands in the place of a value.</summary>
    public const string Stand = "a value";

    /// <summary>Whether an object is a Secret.</summary>
    public static bool IsSecret(YamlMapping root) => root.Text("kind") == Kind;

    /// <summary>Whether a field of a Secret tells it from another, which is no secret itself.</summary>
    public static bool IsOpen(FieldPath path) => path.Steps is [{ Name: "apiVersion" or "kind" or "type" or "immutable" }, ..] or [{ Name: "metadata" }, { Name: "name" or "namespace" or "labels" }, ..];

    /// <summary>Whether the field at a path of an object is one of a Secret that nobody is shown.</summary>
    public static bool IsOf(YamlMapping root, ReadOnlySpan<string> path) => IsSecret(root) && !IsOpen(FieldPath.OfKeys(path));

    /// <summary>Whether a value of a Secret went into a node, or into what stood there before.</summary>
    public static bool IsTaken(YamlNode node)
    {
        for (var at = node; at?.Derivation is { } derivation; at = derivation.Replaced)
        {
            if (derivation.HasSecret)
                return true;
        }
        return false;
    }

    /// <summary>The nodes of an object that values of Secrets went into, and all in them. An object is called by its name, whatever that is made of.</summary>
    public static IReadOnlySet<YamlNode> TakenIn(YamlMapping root)
    {
        HashSet<YamlNode>? taken = null;
        var named = root.Mapping("metadata");
        foreach (var node in root.DescendantNodesAndSelf())
        {
            if (node.Derivation is not null && IsTaken(node) && !ReferenceEquals(node, named?["name"]) && !ReferenceEquals(node, named?["namespace"]))
                (taken ??= new(ReferenceEqualityComparer.Instance)).UnionWith(node.DescendantNodesAndSelf());
        }
        return taken ?? Nothing;
    }

    /// <summary>A message about an object, without the values that were taken from Secrets.</summary>
    public static string Hide(string message, Resource resource)
    {
        foreach (var value in resource.Taken.OfType<YamlScalar>().Select(scalar => scalar.CanonicalValue).Distinct().OrderByDescending(value => value.Length))
        {
            message = message.Replace($"'{value}'", Stand, StringComparison.Ordinal);
            if (value.Length >= Telling)
                message = message.Replace(value, Stand, StringComparison.Ordinal);
        }
        return message;
    }
}
