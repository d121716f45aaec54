using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Finds what the references of one resource mean.</summary>
internal sealed class ReferenceSearch(Resource referrer, ReferenceTargets targets, Action<BuildProblem>? report)
{
    private readonly bool isClusterScoped = referrer.Id.IsClusterScopedInKustomize;
    private HashSet<string>? subjectNamespaces;

    /// <summary>The resource that a name means; null when there is none, or when it could be one of several.</summary>
    /// <param name="name">The name as written in the referrer.</param>
    /// <param name="reference">The field that it stands in.</param>
    /// <param name="namespace">The namespace that stands beside it, if one does.</param>
    /// <param name="withNamespace">Whether the reference holds a namespace too, so that targets differ by it.</param>
    public Resource? Find(YamlScalar name, NameReference reference, string? @namespace, bool withNamespace)
    {
        var found = targets.Named(name.Value);
        if (found.Count == 0)
            return null;
        found = Narrow(found, target => target.PreviousIds.Any(reference.Target.Selects) && IsReachable(target));
        if (found.Count == 0)
            return null;
        if (@namespace is not null)
        {
            var isWritten = targets.WrittenIn(@namespace).Any(IsReachable);
            found = Narrow(found, target => IsIn(isWritten ? target.OriginalId : target.Id, @namespace));
        }
        if (Role(reference) is { } role)
            found = Narrow(found, target => target.PreviousIds.Any(role.Selects));
        found = Narrow(found, IsInSight);
        if (found.Count > 1)
            found = Narrow(found, target => Agree(target, ignoresEmpty: true));
        if (found.Count > 1)
            found = Narrow(found, target => Agree(target, ignoresEmpty: false));
        if (found.Count == 0)
            return null;
        if (found.All(target => target.Id.Name == found[0].Id.Name && (!withNamespace || target.Id.Namespace == found[0].Id.Namespace)))
            return found[0];
        report?.Invoke(new(BuildProblemKind.Refused, name.Location, $"'{name.Value}' in {referrer.Id.Display} could mean {string.Join(" or ", found.Select(target => target.Id.Display))}")
        {
            Related = [.. found.Select(target => new Diagnostics.RelatedLocation(target.Location, $"{target.Id.Display} is here"))],
        });
        return null;
    }

    /// <summary>Reports a mapping that should name an object and has no name.</summary>
    public void RefuseNameless(YamlMapping mapping, NameReference reference) =>
        report?.Invoke(new(BuildProblemKind.Refused, mapping.Location, $"'{reference.Field.Path.Replace('/', '.')}' of {referrer.Id.Display} has an entry without a name"));

    private static List<Resource> Narrow(IReadOnlyList<Resource> found, Func<Resource, bool> keep) => [.. found.Where(keep)];

    private static bool IsIn(ResourceId id, string @namespace) => !id.IsClusterScopedInKustomize && id.EffectiveNamespace == @namespace;

    /// <summary>Whether the referrer may refer to the target at all: within a namespace, across its border only where one side has none or a subject names it.</summary>
    private bool IsReachable(Resource target) =>
        isClusterScoped || IsNear(target) || (subjectNamespaces ??= SubjectNamespaces(referrer)).Contains(target.Id.Namespace);

    private bool IsInSight(Resource target) => isClusterScoped || target.Id.Kind == "ServiceAccount" || IsNear(target);

    private bool IsNear(Resource target) =>
        target.Id.IsClusterScopedInKustomize || target.Id.EffectiveNamespace == referrer.Id.EffectiveNamespace;

    /// <summary>Whether both went through the same layers that add to names, as far as the shorter way shows.</summary>
    private bool Agree(Resource target, bool ignoresEmpty) =>
        Agree(target.Prefixes, referrer.Prefixes, ignoresEmpty) && Agree(target.Suffixes, referrer.Suffixes, ignoresEmpty);

    private static bool Agree(ImmutableArray<string> left, ImmutableArray<string> right, bool ignoresEmpty)
    {
        if (left.Length == 0 || right.Length == 0)
            return ignoresEmpty || left.Length == right.Length;
        var shared = Math.Min(left.Length, right.Length);
        return left.AsSpan()[^shared..].SequenceEqual(right.AsSpan()[^shared..]);
    }

    private FieldSpec? Role(NameReference reference) =>
        reference.Field.Path.EndsWith("roleRef/name", StringComparison.Ordinal)
        && referrer.Root.Mapping("roleRef") is { } role && role.Scalar("apiGroup") is { } group && role.Scalar("kind") is { } kind
            ? new("metadata/name", kind.Value, group.Value)
            : null;

    private static HashSet<string> SubjectNamespaces(Resource referrer) =>
        referrer.Id.Kind != "RoleBinding" || referrer.Root.Sequence("subjects") is not { } subjects
            ? []
            : subjects.Items.OfType<YamlMapping>().Where(subject => subject.Text("kind") == "ServiceAccount")
                .Select(subject => subject.Text("namespace")).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
