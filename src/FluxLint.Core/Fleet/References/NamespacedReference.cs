using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>A reference of an object to another that gives the namespace of the other.</summary>
/// <param name="Namespace">The namespace as it is written.</param>
/// <param name="Keys">What it may mean: more than one where the reference says a kind and no group.</param>
public sealed record NamespacedReference(YamlScalar Namespace, ImmutableArray<ObjectKey> Keys)
{
    private static readonly ImmutableArray<string> EventGroups = [FluxGroups.Kustomize, FluxGroups.Helm, FluxGroups.Source, FluxGroups.Image];

    /// <summary>The references of an object to sources, dependencies, sources of events and service accounts.</summary>
    public static IEnumerable<NamespacedReference> Of(Resource resource) => (FluxObject.Of(resource), resource.Id.Group) switch
    {
        (Alert alert, _) => alert.EventSources.SelectMany(reference => Read(reference.Node, reference.Kind, EventGroups)),
        (Receiver receiver, _) => receiver.Targets.SelectMany(reference => Read(reference.Node, reference.Kind, EventGroups)),
        ({ } viewed, _) =>
            viewed.SourceReferences.SelectMany(reference => Read(reference.Node, reference.Kind, [SourceReference.Group]))
                .Concat(viewed.DependsOn.SelectMany(reference => Read(reference.Node, reference.Kind, [reference.Group]))),
        (null, KubernetesGroups.Rbac) =>
            (RoleBinding.Of(resource.Id, resource.Root)?.Subjects ?? [])
                .Where(subject => subject.Kind == "ServiceAccount")
                .SelectMany(subject => Read(subject.Node, subject.Kind, [""])),
        _ => [],
    };

    private static IEnumerable<NamespacedReference> Read(YamlMapping node, string? kind, ImmutableArray<string> groups)
    {
        if (kind is not null && node.Scalar("namespace") is { IsNull: false } @namespace && node.Text("name") is { } name)
            yield return new(@namespace, [.. groups.Select(group => new ObjectKey(group, kind, @namespace.Value, name))]);
    }
}
