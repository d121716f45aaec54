using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Syntax;
using FluxLint.Text;

namespace Brightwater.FluxLint;

/// <summary>Finds Kustomizations of apps that do not wait until the platform is ready.</summary>
public sealed class AppsBeforePlatform : Rule
{
    private const string Platform = "platform";
    private const string Apps = "apps";

    private static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "BRIGHTWATER003",
        Title = "Apps do not wait for the platform",
        Message = "{0} applies apps, and does not wait for Kustomization '{1}'",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Fix = FixSafety.Safe,
        Since = "0.1",
    };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Describe() => Descriptor;

    /// <inheritdoc/>
    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var order = context.Model.Order;
        foreach (var node in order.Nodes.Where(node => node.Object is FluxKustomization && IsOfApps(node)))
        {
            // Without a platform there is nothing to wait for, and what is known to wait through others waits.
            if (order.Find(new(FluxKustomization.Group, "Kustomization", node.Resource.Key.Namespace, Platform)) is not { } platform || order.Needs(node.Applied, platform.Ready))
                continue;
            // Each would wait for the other.
            if (order.Needs(platform.Ready, node.Applied))
                continue;
            context.Report(Descriptor, node.Resource.PlaceAt("spec", "dependsOn") ?? node.Resource.Place, node.Resource.Id.Display, Platform)
                .WithRelated(platform.Resource.Location, "the platform")
                .WithFix(CodeFix.Safe("Depend on the platform", Depend(context, node.Object.Spec)));
        }
    }

    private static bool IsOfApps(OrderNode node) => node.Inventory?.Directory?.Split('/').Contains(Apps) == true;

    private static TextChange? Depend(ClusterContext context, YamlMapping spec) => spec.Sequence("dependsOn") is { } written
        ? context.Edit.AddItem(written, $"name: {Platform}")
        : context.Edit.Set(spec, "dependsOn", $"- name: {Platform}");
}
