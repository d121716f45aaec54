using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>Says what is dangerous about the changes of one cluster.</summary>
/// <param name="pruning">Says what is deleted.</param>
internal sealed class Dangers(Pruning pruning)
{
    private const string Force = "kustomize.toolkit.fluxcd.io/force";

    /// <summary>Of an object that is no longer applied.</summary>
    public ImmutableArray<Danger> OfRemoved(HeldObject held) =>
        pruning.Reason(held) is { } reason ? [new(KindOf(held.Resource.Id), $"is deleted {reason}{Consequence(held.Resource)}", held.Resource.Location)] : [];

    /// <summary>Of an object that another applies, and that has other values.</summary>
    public ImmutableArray<Danger> OfMoved(HeldObject before, HeldObject after, ImmutableArray<FieldChange> fields) =>
    [
        .. pruning.Reason(before) is { } reason
            ? (Danger[])[new(DangerKind.Recreated, $"may be deleted {reason}, and {Again(after)}{Consequence(before.Resource)}", after.Resource.Location)]
            : [],
        .. OfChanged(before, after, fields),
    ];

    private static string Again(HeldObject after) => after.Inventory.Kustomization is { IsSuspended: true }
        ? $"{after.ShownOwner} makes it again only when that is resumed"
        : $"made again by {after.ShownOwner}: whoever is first decides";

    /// <summary>Of an object that has other values.</summary>
    public static ImmutableArray<Danger> OfChanged(HeldObject before, HeldObject after, ImmutableArray<FieldChange> fields) =>
    [
        .. fields
            .Select(field => OfField(before, after, field))
            .OfType<Danger>()
            .OrderBy(danger => danger.Kind)
            // A release goes once, whatever of it changes.
            .GroupBy(danger => danger.Kind)
            .SelectMany(dangers => dangers.Key == DangerKind.Reinstalled ? dangers.Take(1) : dangers),
    ];

    private static Danger? OfField(HeldObject before, HeldObject after, FieldChange field)
    {
        var (id, path) = (after.Resource.Id, field.Path.ToString());
        if (path == "spec.suspend")
            return IsTrue(field.After) == IsTrue(field.Before) ? null : new(DangerKind.Suspension, IsTrue(field.After) ? "is suspended" : "is no longer suspended", field.Cause?.Location);
        // What is suspended has the release as it is until it is resumed.
        if (HelmRelease.Of(after.Resource) is { IsSuspended: true })
            return null;
        if (ReleaseIdentity(after.Resource, path) is { } identity && ReleaseIdentity(before.Resource, path) is { } earlier && identity != earlier)
            return new(DangerKind.Reinstalled, $"is uninstalled and installed again, because '{field.ShownPath}' changes", field.Cause?.Location);
        if ((ImmutableFields.Refuse(id, before.Resource.Root, field) ? "changed" : ShrunkClaim.Is(id, path, field) ? "made smaller" : null) is not { } refused)
            return null;
        return IsForced(after)
            ? new(DangerKind.Recreated, $"is deleted and made again, because '{field.ShownPath}' cannot be {refused}", field.Cause?.Location)
            : new(DangerKind.Immutable, $"cannot be applied, because '{field.ShownPath}' cannot be {refused}", field.Cause?.Location);
    }

    /// <summary>
    /// What a field makes of a release, written or not; null where it says nothing of which release it is. Who changes it asks for another one
    /// (helm-controller, internal/action/reset.go and internal/reconcile/atomic_release.go).
    /// </summary>
    private static string? ReleaseIdentity(Resource resource, string path) => HelmRelease.Of(resource) is not { } release ? null : path switch
    {
        "spec.releaseName" => release.ReleaseName,
        "spec.targetNamespace" => $"{release.WorkloadNamespace}/{release.ReleaseName}",
        "spec.storageNamespace" => release.RecordNamespace,
        // A path in a repository is not the name of the chart that lies there.
        "spec.chart.spec.chart" => release.ChartName is { } chart && !chart.Value.Contains('/') ? chart.Value : null,
        _ => null,
    };

    private static bool IsForced(HeldObject held) =>
        held.Inventory.Kustomization?.Forces == true
        || IsEnabled(held.Resource.Root.At("metadata", "annotations", Force))
        || IsEnabled(held.Resource.Root.At("metadata", "labels", Force));

    private static bool IsEnabled(YamlNode? mark) => mark is YamlScalar scalar && scalar.Value.Equals("enabled", StringComparison.OrdinalIgnoreCase);

    private static bool IsTrue(Place? place) => place?.Value is YamlScalar { Kind: ScalarKind.Boolean, CanonicalValue: "true" };

    private static DangerKind KindOf(ResourceId id) => (id.Group, id.Kind) switch
    {
        ("", "Namespace") => DangerKind.NamespacePruned,
        ("apiextensions.k8s.io", "CustomResourceDefinition") => DangerKind.DefinitionPruned,
        ("", "PersistentVolumeClaim" or "PersistentVolume") => DangerKind.StoragePruned,
        _ => DangerKind.Pruned,
    };

    private static string Consequence(Resource resource) => KindOf(resource.Id) switch
    {
        DangerKind.NamespacePruned => ", with everything in it",
        DangerKind.DefinitionPruned => ", with all objects of its kind",
        DangerKind.StoragePruned => ", with what is stored there unless it is retained",
        // Of what is suspended helm-controller uninstalls nothing (internal/controller/helmrelease_controller.go, reconcileDelete).
        _ => HelmRelease.Of(resource) is { IsSuspended: false } ? "; its release is uninstalled" : "",
    };
}
