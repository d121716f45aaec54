using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Text;

namespace FluxLint.Rules.Flux;

/// <summary>Finds health checks of objects that the cluster does not have.</summary>
public sealed class HealthCheckOfNothing : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2020",
        Title = "A health check waits for an object that nothing makes",
        Message = "{0} waits for {1} '{2}' in namespace '{3}', {4}, and is never ready",
        Category = RuleCategory.Flux,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/HealthCheckOfNothing"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var inventory in context.Cluster.Inventories)
        {
            if (inventory is not { IsRemote: false, Output: not null, Kustomization: { Waits: false, IsSuspended: false, Resource.HasUnknownValues: false } kustomization })
                continue;
            foreach (var check in kustomization.HealthChecks)
                Check(context, inventory, kustomization, check);
        }
    }

    private static void Check(ClusterContext context, Inventory inventory, FluxKustomization kustomization, ObjectReference check)
    {
        if (check is not { Kind: { } kind, Name: { } name } || check.Node.Scalar("namespace") is not { } place || name.Value.HasVariable() || place.Value.HasVariable())
            return;
        var key = new ObjectKey(ResourceId.Of(check.Node).Group, kind, place.Value, name.Value);
        // What is out of sight may be what is meant.
        if (context.Cluster.Find(key) is not null || context.Cluster.MayBring(key) || Meant(context, inventory, key) is not { } meant)
            return;
        var isElsewhere = meant.Id.Name == key.Name;
        var finding = context.Report(
            Descriptor,
            kustomization.PlaceOf(isElsewhere ? place : name),
            kustomization.Resource.Id.Display,
            kind,
            key.Name,
            key.Namespace,
            isElsewhere ? $"which is in namespace '{meant.Id.Namespace}'" : "which nothing in the cluster makes");
        finding.WithRelated(meant.Location, $"{meant.Id.Display} is here");
        // Unsafe: what is near is a guess about intent.
        if (isElsewhere)
            finding.WithFix(CodeFix.Unsafe($"Look in namespace '{meant.Id.Namespace}'", context.Edit.Replace(place, meant.Id.Namespace)));
        else
            finding.WithHelp(new Suggestion(meant.Id.Name).Question).WithFix(CodeFix.Unsafe($"Name '{meant.Id.Name}'", context.Edit.Replace(name, meant.Id.Name)));
    }

    /// <summary>What the Kustomization applies and most likely means; null when the object may well come from somewhere else.</summary>
    private static Resource? Meant(ClusterContext context, Inventory inventory, ObjectKey key)
    {
        var kin = inventory.Resources.Where(resource => resource.Id.Group == key.Group && resource.Id.Kind == key.Kind).ToList();
        // Charts, and sets of resources, make objects out of sight.
        if (kin.Count == 0 || MayBeMade(context, key.Namespace))
            return null;
        var here = kin.Where(resource => resource.Id.Namespace == key.Namespace).ToList();
        if (NearestName.Find(key.Name, here.Select(resource => resource.Id.Name)) is { } nearest)
            return here.Find(resource => resource.Id.Name == nearest);
        return kin.Where(resource => resource.Id.Name == key.Name).ToList() is [var only] ? only : null;
    }

    private static bool MayBeMade(ClusterContext context, string place) =>
        context.Cluster.OwnObjects.Any(flux => flux is ResourceSet || (flux is HelmRelease release && (release.WorkloadNamespace == place || release.WorkloadNamespace.HasVariable())));
}
