using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Configurations;

/// <summary>Fields that a transformer works on: a path, in the kinds that it is meant for.</summary>
/// <param name="Path">Keys with <c>/</c> between them; sequences are walked through, a key that ends in <c>[]</c> must hold one, and <c>\/</c> is a slash inside a key.</param>
/// <param name="Kind">The kind; any when empty.</param>
/// <param name="Group">The API group; any when empty.</param>
/// <param name="Version">The API version; any when empty.</param>
/// <param name="Create">Whether the field is added where it is missing.</param>
internal sealed record FieldSpec(string Path, string Kind = "", string Group = "", string Version = "", bool Create = false)
{
    public const string NamePath = "metadata/name";

    public const string NamespacePath = "metadata/namespace";

    public ImmutableArray<string> Steps { get; } = Split(Path);

    /// <summary>Whether an object has something at the path.</summary>
    public bool IsIn(YamlNode node) => IsIn(node, 0);

    /// <summary>Where it is written; null for a built-in one.</summary>
    public YamlNode? Node { get; init; }

    public bool Selects(ResourceId id) => Matches(Kind, id.Kind) && Matches(Group, id.Group) && Matches(Version, id.Version);

    /// <summary>Whether another spec, which may be less particular about the kind, selects the same field.</summary>
    public bool IsCoveredBy(FieldSpec other) => Path == other.Path && Matches(other.Kind, Kind) && Matches(other.Group, Group) && Matches(other.Version, Version);

    public bool Equals(FieldSpec? other) => other is not null
        && (Path, Kind, Group, Version, Create) == (other.Path, other.Kind, other.Group, other.Version, other.Create);

    public override int GetHashCode() => HashCode.Combine(Path, Kind, Group, Version, Create);

    private bool IsIn(YamlNode node, int at)
    {
        if (at == Steps.Length)
            return true;
        if (node is YamlMapping mapping)
            return mapping[Steps[at].EndsWith("[]", StringComparison.Ordinal) ? Steps[at][..^2] : Steps[at]] is { } value && IsIn(value, at + 1);
        foreach (var item in (node as YamlSequence)?.Items ?? [])
        {
            if (IsIn(item, at))
                return true;
        }
        return false;
    }

    private static bool Matches(string wanted, string actual) => wanted.Length == 0 || wanted == actual;

    private static ImmutableArray<string> Split(string path)
    {
        var steps = ImmutableArray.CreateBuilder<string>();
        var prefix = "";
        foreach (var part in path.Split('/'))
        {
            if (part.EndsWith('\\'))
            {
                prefix += part[..^1] + "/";
                continue;
            }
            steps.Add(prefix + part);
            prefix = "";
        }
        if (prefix.Length > 0)
            steps.Add(prefix);
        return steps.ToImmutable();
    }
}
