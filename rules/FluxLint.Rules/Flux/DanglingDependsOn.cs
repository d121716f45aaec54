using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Flux;

/// <summary>Finds dependencies on objects that the cluster does not have.</summary>
public sealed class DanglingDependsOn : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2003",
        Title = "dependsOn names something that the cluster does not have",
        Message = "{0} depends on {1}, {2}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/DanglingDependsOn"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var order = context.Model.Order;
        foreach (var node in order.Nodes)
        {
            foreach (var dependency in node.Object.DependsOn)
            {
                // What is out of sight may be what is meant.
                if (dependency is { Name: { } name, Key: { } key } && IsOfFlux(key) && !node.Resource.HasUnknownValues && context.Cluster.Find(key) is null && !context.Cluster.MayBring(key))
                    Report(context, node, dependency, name, key);
            }
        }
    }

    private static void Report(ClusterContext context, OrderNode node, DependencyReference dependency, YamlScalar name, ObjectKey key)
    {
        var others = context.Model.Order.Nodes.Select(other => other.Resource.Id).Where(id => IsOfFlux(new(id.Group, id.Kind, "", ""))).ToList();
        var kin = others.Where(id => id.Group == key.Group && id.Kind == key.Kind).ToList();
        var place = key.Namespace == node.Resource.Id.Namespace ? "" : $" in namespace '{key.Namespace}'";
        var written = node.Object.PlaceOf(name);
        var meant = $"{key.Kind} '{key.Name}'{place}";
        var elsewhere = kin.Where(id => id.Name == key.Name).ToList();
        if (elsewhere is [var only])
        {
            context.Report(Descriptor, written, node.Display, meant, $"which is in namespace '{only.Namespace}'")
                .WithFix(CodeFix.Unsafe($"Set the namespace to '{only.Namespace}'", context.Edit.Set(dependency.Node, "namespace", only.Namespace)));
            return;
        }
        if (others.Find(id => id.Name == key.Name && id.Namespace == key.Namespace) is { Kind: { } kind })
        {
            context.Report(Descriptor, written, node.Display, meant, $"but that is a {kind}");
            return;
        }
        var nearest = NearestName.Find(key.Name, kin.Where(id => id.Namespace == key.Namespace && id.Name != node.Resource.Id.Name).Select(id => id.Name));
        context.Report(Descriptor, written, node.Display, meant, "which the cluster does not have")
            .WithHelp(nearest is null ? null : $"depend on '{nearest}'")
            .WithFix(nearest is null ? null : CodeFix.Unsafe($"Depend on '{nearest}'", context.Edit.Replace(name, nearest)));
    }

    /// <summary>Whether an object comes from manifests alone: others may be part of a chart. Bootstrap and the Flux Operator make the first Kustomization.</summary>
    private static bool IsOfFlux(ObjectKey key) =>
        (key.Group, key.Kind) is (FluxGroups.Kustomize, "Kustomization") or (FluxGroups.Helm, HelmRelease.Kind) or (FluxGroups.Operator, "ResourceSet")
        && key.Name != WellKnownNamespaces.FluxSystem;
}
