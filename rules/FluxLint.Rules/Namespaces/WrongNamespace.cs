using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Namespaces;

/// <summary>Finds objects that land in another namespace than the fleet's policy says.</summary>
public sealed class WrongNamespace : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX6002",
        Title = "A resource lands in the wrong namespace",
        Message = "{0} {1}, and the fleet keeps it in '{2}'",
        Category = RuleCategory.Namespaces,
        Severity = Severity.Error,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Namespaces/WrongNamespace"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        if (resource.HasUnknownValues || CustomKinds.MayBeClusterScoped(resource.Id, context.Clusters) || resource.Id.Name.HasVariable())
            return;
        if (context.Configuration.FindNamespace(resource) is not { } policy)
            return;

        var release = HelmRelease.Of(resource);
        var node = Placed(resource);
        var actual = release?.WorkloadNamespace ?? resource.Id.Namespace;
        if (actual == policy.Value || actual.HasVariable())
            return;
        // A custom resource without a namespace may be one that has none.
        if (actual.Length == 0 && release is null && !KubernetesGroups.Contains(resource.Id.Group))
            return;

        var place = actual.Length == 0 ? "has no namespace" : $"lands in namespace '{actual}'";
        context.Report(Descriptor, node is { IsNull: false } ? resource.PlaceOf(node) : resource.Place, resource.Id.Display, place, policy.Value)
            .WithHelp($"set the namespace to '{policy.Value}'")
            .WithRelated(policy.Location, "the fleet's policy")
            .WithFix(Move(context, node, policy.Value));
    }

    private static CodeFix? Move(ResourceContext context, YamlScalar? node, string target)
    {
        var metadata = context.Resource.Root.Mapping("metadata");
        var change = node is { IsNull: false } ? context.Edit.Replace(node, target)
            : metadata is not null ? context.Edit.Set(metadata, "namespace", target)
            : null;
        // One line may place objects that belong in different namespaces.
        return node is not null && context.Fleet.Resources.Any(shared => IsElsewhere(shared.Resource))
            ? null
            : CodeFix.Safe($"Set the namespace to '{target}'", change);

        bool IsElsewhere(Resource other) =>
            Placed(other)?.Location.Equals(node.Location) == true
            && context.Configuration.FindNamespace(other) is { } policy && policy.Value != target;
    }

    /// <summary>What says where an object lands.</summary>
    private static YamlScalar? Placed(Resource resource) =>
        HelmRelease.Of(resource) is { } release ? release.WorkloadNamespaceNode : resource.Root.At("metadata", "namespace") as YamlScalar;
}
