using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
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

    /// <summary>The nodes of an object that values of Secrets went into, and all in them.</summary>
    public static IReadOnlySet<YamlNode> TakenIn(YamlMapping root)
    {
        HashSet<YamlNode>? taken = null;
        foreach (var node in root.DescendantNodesAndSelf())
        {
            if (node.Derivation is not null && IsTaken(node))
                (taken ??= new(ReferenceEqualityComparer.Instance)).UnionWith(node.DescendantNodesAndSelf());
        }
        return taken ?? Nothing;
    }

    /// <summary>What an object is called, without the values that were taken from Secrets.</summary>
    public static ResourceId Shown(Resource resource)
    {
        var (id, root, metadata) = (resource.Id, resource.Root, resource.Root.Mapping("metadata"));
        if (IsHidden(root["apiVersion"]))
            id = id with { Group = "", Version = Stand };
        return id with
        {
            Kind = IsHidden(root["kind"]) ? Stand : id.Kind,
            Namespace = IsHidden(metadata?["namespace"]) ? Stand : id.Namespace,
            Name = IsHidden(metadata?["name"]) ? Stand : id.Name,
        };

        bool IsHidden(YamlNode? node) => node is not null && resource.Taken.Contains(node);
    }

    /// <summary>What an object has in a field, without what was taken from a Secret; null when there is no such field.</summary>
    public static string? Shown(YamlScalar? field, Resource resource) => field is not null && resource.Taken.Contains(field) ? Stand : field?.Value;

    /// <summary>What a key is called, unless it was taken from a Secret.</summary>
    public static string ShownKey(YamlEntry entry) => IsTaken(entry.Key) ? Stand : entry.Name ?? "";

    /// <summary>What of the kind, namespace and name of an object was taken from Secrets.</summary>
    public static IEnumerable<string> TakenNames(YamlMapping root) => ((YamlNode?[])[root["kind"], root.At("metadata", "namespace"), root.At("metadata", "name")])
        .OfType<YamlScalar>().Where(IsTaken).Select(name => name.CanonicalValue);

    /// <summary>Whether a fix would write or tell one of some values.</summary>
    public static bool IsIn(CodeFix fix, IEnumerable<string> values) => values.Any(value =>
        Holds(fix.Title, value) || fix.Changes.Any(change => Holds(change.NewText, value) && !Holds(change.Source.Slice(change.Span).ToString(), value)));

    // Quotes, escapes and line ends differ from one way of writing to another.
    private static bool Holds(string text, string value)
    {
        var telling = Condense(value);
        return telling.Length >= Telling
            ? Condense(text).Contains(telling, StringComparison.Ordinal)
            : value.Length > 0 && text.Split(value) is [_, _, ..] parts && parts.Zip(parts.Skip(1)).Any(around => !(around.First is [.., var before] && char.IsLetterOrDigit(before)) && !(around.Second is [var after, ..] && char.IsLetterOrDigit(after)));
    }

    private static string Condense(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>The values of an object that were taken from Secrets, longest first.</summary>
    public static IEnumerable<string> TakenValues(Resource resource) =>
        resource.Taken.OfType<YamlScalar>().Select(scalar => scalar.CanonicalValue).Distinct().OrderByDescending(value => value.Length);

    /// <summary>A message about an object, without the values that were taken from Secrets.</summary>
    public static string Hide(string message, Resource resource)
    {
        if (resource.Taken.Count == 0)
            return message;
        // A kind stands there without quotes.
        message = message.Replace($"{resource.Id.Kind} '{resource.Id.Name}'", $"{resource.ShownId.Kind} '{resource.Id.Name}'", StringComparison.Ordinal);
        foreach (var value in TakenValues(resource))
        {
            message = message.Replace($"'{value}'", Stand, StringComparison.Ordinal);
            if (value.Length >= Telling)
                message = message.Replace(value, Stand, StringComparison.Ordinal);
        }
        return message;
    }
}
