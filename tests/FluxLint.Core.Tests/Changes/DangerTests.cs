using FluxLint.Changes;
using FluxLint.Core.Tests.Fleet;
using static FluxLint.Core.Tests.Changes.SmallChange;

namespace FluxLint.Core.Tests.Changes;

/// <summary>Which changes are dangerous.</summary>
public sealed class DangerTests
{
    [Theory]
    [InlineData("v1", "ConfigMap", "", "Pruned")]
    [InlineData("v1", "Namespace", "", "NamespacePruned")]
    [InlineData("v1", "PersistentVolumeClaim", "", "StoragePruned")]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition", "", "DefinitionPruned")]
    [InlineData("v1", "ConfigMap", ", annotations: {kustomize.toolkit.fluxcd.io/prune: disabled}", "")]
    [InlineData("v1", "ConfigMap", ", labels: {kustomize.toolkit.fluxcd.io/prune: disabled}", "")]
    [InlineData("v1", "ConfigMap", ", labels: {kustomize.toolkit.fluxcd.io/prune: Disabled}", "")]
    [InlineData("v1", "Namespace", ", annotations: {kustomize.toolkit.fluxcd.io/reconcile: disabled}", "")]
    [InlineData("v1", "Namespace", ", labels: {kustomize.toolkit.fluxcd.io/ssa: Ignore}", "")]
    [InlineData("v1", "ConfigMap", ", annotations: {kustomize.toolkit.fluxcd.io/ssa: IfNotPresent}", "Pruned")]
    public void What_is_no_longer_applied_is_deleted(string apiVersion, string kind, string metadata, string expected)
    {
        var change = Assert.Single(OfObject(Manifest(apiVersion, kind, "", metadata), null).Objects);

        Assert.Equal(ChangeKind.Removed, change.Kind);
        Assert.Equal(expected, Kinds(change));
    }

    [Theory]
    [InlineData("prune: true", "Pruned")]
    [InlineData("prune: false", "")]
    [InlineData("prune: true\nsuspend: true", "")]
    [InlineData("interval: 1m", "")]
    public void Who_applied_it_decides(string spec, string expected)
    {
        var changes = Of(
            new()
            {
                ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "a: b"),
                ["apps/other.yaml"] = SmallFleet.ConfigMap("other", "a: b"),
                ["clusters/one/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", spec),
                ["clusters/two/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", spec),
            },
            ("apps/web.yaml", null));

        Assert.Equal(expected, Kinds(Assert.Single(changes.Objects)));
    }

    [Theory]
    [InlineData("prune: true", "Pruned")]
    [InlineData("prune: false", "")]
    [InlineData("prune: true\ndeletionPolicy: Orphan", "")]
    [InlineData("prune: false\ndeletionPolicy: Delete", "Pruned")]
    [InlineData("prune: true\nsuspend: true", "")]
    public void A_Kustomization_that_goes_takes_its_objects_with_it_or_not(string spec, string expected)
    {
        var changes = Of(
            new() { ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "a: b"), ["clusters/one/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", spec) },
            ("clusters/one/apps.yaml", null));

        Assert.Equal(expected, Kinds(changes.Objects.Single(change => change.Resource.Id.Kind == "ConfigMap")));
        Assert.Equal("Pruned", Kinds(changes.Objects.Single(change => change.Resource.Id.Kind == "Kustomization")));
    }

    [Fact]
    public void What_another_applies_may_be_deleted_first()
    {
        var map = SmallFleet.ConfigMap("web", "a: b");
        var changes = Of(new() { ["infra/web.yaml"] = map, ["apps/other.yaml"] = SmallFleet.ConfigMap("other", "a: b") }, ("infra/web.yaml", null), ("apps/web.yaml", map));

        var change = Assert.Single(changes.Objects);
        Assert.Equal((ChangeKind.Moved, "Kustomization/infra.flux-system", "Kustomization/apps.flux-system", "Recreated"), (change.Kind, change.OwnerBefore, change.OwnerAfter, Kinds(change)));
    }

    [Theory]
    [InlineData("apps/v1", "Deployment", "spec: {selector: {matchLabels: {a: 1}}}", "spec: {selector: {matchLabels: {a: 2}}}", "Immutable")]
    [InlineData("apps/v1", "Deployment", "spec: {replicas: 1}", "spec: {replicas: 2}", "")]
    [InlineData("apps/v1", "DaemonSet", "spec: {selector: {matchLabels: {a: 1}}}", "spec: {selector: {matchLabels: {a: 1, b: 1}}}", "Immutable")]
    [InlineData("apps/v1", "StatefulSet", "spec: {serviceName: a}", "spec: {serviceName: b}", "Immutable")]
    [InlineData("apps/v1", "StatefulSet", "spec: {template: {a: 1}}", "spec: {template: {a: 2}}", "")]
    [InlineData("batch/v1", "Job", "spec: {template: {spec: {a: 1}}}", "spec: {template: {spec: {a: 2}}}", "Immutable")]
    [InlineData("batch/v1", "Job", "spec: {parallelism: 1}", "spec: {parallelism: 2}", "")]
    [InlineData("v1", "Service", "spec: {clusterIP: 10.0.0.1}", "spec: {clusterIP: 10.0.0.2}", "Immutable")]
    [InlineData("v1", "Service", "spec: {clusterIP: 10.0.0.1}", "spec: {}", "")]
    [InlineData("v1", "PersistentVolumeClaim", "spec: {storageClassName: a}", "spec: {storageClassName: b}", "Immutable")]
    [InlineData("v1", "PersistentVolumeClaim", "spec: {resources: {requests: {storage: 1Gi}}}", "spec: {resources: {requests: {storage: 2Gi}}}", "")]
    [InlineData("v1", "PersistentVolumeClaim", "spec: {resources: {requests: {storage: 2Gi}}}", "spec: {resources: {requests: {storage: 2000Mi}}}", "Immutable")]
    [InlineData("v1", "PersistentVolumeClaim", "spec: {resources: {requests: {storage: 2Gi}}}", "spec: {resources: {requests: {storage: 2048Mi}}}", "")]
    [InlineData("v1", "ConfigMap", "data: {a: b}\nimmutable: true", "data: {a: c}\nimmutable: true", "Immutable")]
    [InlineData("v1", "ConfigMap", "data: {a: b}", "data: {a: c}\nimmutable: true", "")]
    [InlineData("storage.k8s.io/v1", "StorageClass", "provisioner: a", "provisioner: b", "Immutable")]
    [InlineData("storage.k8s.io/v1", "StorageClass", "allowVolumeExpansion: true", "allowVolumeExpansion: false", "")]
    [InlineData("rbac.authorization.k8s.io/v1", "RoleBinding", "roleRef: {name: a}", "roleRef: {name: b}", "Immutable")]
    [InlineData("apiextensions.k8s.io/v1", "CustomResourceDefinition", "spec: {scope: Cluster}", "spec: {scope: Namespaced}", "Immutable")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {targetNamespace: a}", "spec: {targetNamespace: b}", "Reinstalled")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {interval: 1m}", "spec: {interval: 1m, releaseName: web, storageNamespace: web}", "")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {interval: 1m}", "spec: {interval: 1m, targetNamespace: web}", "Reinstalled")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {chart: {spec: {chart: a}}}", "spec: {chart: {spec: {chart: b}}}", "Reinstalled")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {chart: {spec: {chart: ./a}}}", "spec: {chart: {spec: {chart: ./b}}}", "")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {interval: 1m}", "spec: {interval: 1m, suspend: true}", "Suspension")]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {interval: 1m}", "spec: {interval: 1m, suspend: false}", "")]
    [InlineData("batch/v1", "CronJob", "spec: {suspend: true}", "spec: {suspend: false}", "Suspension")]
    public void Some_fields_cannot_be_changed_or_change_more_than_themselves(string apiVersion, string kind, string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(", ", Kinds(Assert.Single(OfObject(Manifest(apiVersion, kind, before), Manifest(apiVersion, kind, after)).Objects)).Split(", ").Distinct()));

    [Theory]
    [InlineData("annotations: {kustomize.toolkit.fluxcd.io/reconcile: disabled}", "stays as it is in the cluster, because it tells Flux to leave it alone")]
    [InlineData("annotations: {kustomize.toolkit.fluxcd.io/ssa: Ignore}", "stays as it is in the cluster, because it tells Flux to leave it alone")]
    [InlineData("labels: {kustomize.toolkit.fluxcd.io/ssa: ifnotpresent}", "stays as it is where it is there, because it tells Flux to make it and no more")]
    public void What_Flux_leaves_alone_is_in_no_danger(string metadata, string expected)
    {
        var change = Assert.Single(OfObject(
            Manifest("apps/v1", "Deployment", "spec: {selector: {matchLabels: {a: 1}}}", ", " + metadata),
            Manifest("apps/v1", "Deployment", "spec: {selector: {matchLabels: {a: 2}}}", ", " + metadata)).Objects);

        Assert.Equal((expected, ""), (change.Withheld, Kinds(change)));
    }

    [Theory]
    [InlineData("prune: true\nsuspend: true", "waits until Kustomization/apps.flux-system is resumed", "")]
    [InlineData("prune: true", null, "Immutable")]
    public void What_a_suspended_Kustomization_applies_waits(string spec, string? expected, string danger)
    {
        var kustomization = SmallFleet.Kustomization("apps", "./apps", spec);
        var changes = Of(
            new()
            {
                ["apps/web.yaml"] = Manifest("apps/v1", "Deployment", "spec: {selector: {matchLabels: {a: 1}}}"),
                ["clusters/one/apps.yaml"] = kustomization,
                ["clusters/two/apps.yaml"] = kustomization,
            },
            ("apps/web.yaml", Manifest("apps/v1", "Deployment", "spec: {selector: {matchLabels: {a: 2}}}")),
            ("apps/new.yaml", SmallFleet.ConfigMap("new", "a: b")));

        Assert.All(changes.Objects, change => Assert.Equal(expected, change.Withheld));
        Assert.Equal(["", danger], changes.Objects.Select(Kinds).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("suspend: true, ", "does nothing of this until it is resumed", "")]
    [InlineData("", null, "Reinstalled")]
    public void What_changes_in_a_suspended_release_waits(string spec, string? expected, string danger)
    {
        var change = Assert.Single(OfObject(
            Manifest("helm.toolkit.fluxcd.io/v2", "HelmRelease", $"spec: {{{spec}releaseName: a}}"),
            Manifest("helm.toolkit.fluxcd.io/v2", "HelmRelease", $"spec: {{{spec}releaseName: b}}")).Objects);

        Assert.Equal((expected, danger), (change.Withheld, Kinds(change)));
    }

    [Theory]
    [InlineData("", "is deleted by Kustomization/apps.flux-system, which prunes; its release is uninstalled")]
    [InlineData("suspend: true", "is deleted by Kustomization/apps.flux-system, which prunes")]
    public void A_release_goes_with_its_object_unless_it_is_suspended(string spec, string expected) =>
        Assert.Equal(expected, Assert.Single(Assert.Single(OfObject(Manifest("helm.toolkit.fluxcd.io/v2", "HelmRelease", $"spec: {{{spec}}}"), null).Objects).Dangers).Message);

    [Fact]
    public void Force_deletes_what_cannot_be_changed()
    {
        const string Annotation = ", annotations: {kustomize.toolkit.fluxcd.io/force: enabled}";
        var changes = OfObject(Manifest("batch/v1", "Job", "spec: {template: {a: 1}}", Annotation), Manifest("batch/v1", "Job", "spec: {template: {a: 2}}", Annotation));

        Assert.Equal("Recreated", Kinds(Assert.Single(changes.Objects)));
    }

    [Theory]
    [InlineData("v1", "Secret", "data: {a: eHl6enk=}", "data: {a: cGx1Z2g=}", true)]
    [InlineData("v1", "Secret", "type: Opaque", "type: other", false)]
    [InlineData("v1", "ConfigMap", "data: {a: b}", "data: {a: c}", false)]
    [InlineData("fluxcd.controlplane.io/v1", "ResourceSet", "spec: {resources: [{kind: Secret, metadata: {name: a}, stringData: {a: b}}]}", "spec: {resources: [{kind: Secret, metadata: {name: a}, stringData: {a: c}}]}", true)]
    [InlineData("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "spec: {patches: [{patch: \"kind: Secret\\nstringData: {a: b}\"}]}", "spec: {patches: [{patch: \"kind: Secret\\nstringData: {a: c}\"}]}", true)]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {valuesFrom: [{kind: Secret, name: a}]}", "spec: {valuesFrom: [{kind: Secret, name: b}]}", false)]
    [InlineData("v1", "ConfigMap", "data: {password: Tr0ub4dor}", "data: {password: Tr0ub4dor3}", true)]
    [InlineData("v1", "ConfigMap", "data: {app.properties: \"db.password=Tr0ub4dor\\n\"}", "data: {app.properties: \"db.password=Tr0ub4dor3\\n\"}", true)]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {values: {auth: {password: Tr0ub4dor}}}", "spec: {values: {auth: {password: Tr0ub4dor3}}}", true)]
    [InlineData("helm.toolkit.fluxcd.io/v2", "HelmRelease", "spec: {values: {auth: {user: a}}}", "spec: {values: {auth: {user: b}}}", false)]
    [InlineData("apps/v1", "Deployment", "spec: {template: {spec: {containers: [{name: a, env: [{name: DB_PASSWORD, value: Tr0ub4dor}]}]}}}", "spec: {template: {spec: {containers: [{name: a, env: [{name: DB_PASSWORD, value: Tr0ub4dor3}]}]}}}", true)]
    [InlineData("source.toolkit.fluxcd.io/v1", "HelmRepository", "spec: {url: 'https://me:Tr0ub4dor@charts.example.org'}", "spec: {url: 'https://me:Tr0ub4dor3@charts.example.org'}", true)]
    public void What_a_Secret_holds_is_secret(string apiVersion, string kind, string before, string after, bool isSecret) =>
        Assert.All(OfObject(Manifest(apiVersion, kind, before), Manifest(apiVersion, kind, after)).Objects.SelectMany(change => change.Fields), field => Assert.Equal(isSecret, field.IsSecret));

    [Fact]
    public void So_is_what_is_taken_from_one()
    {
        const string Secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: variables, namespace: flux-system}\nstringData: {password: xyzzy}\n";
        var spec = "prune: true\npostBuild: {substituteFrom: [{kind: Secret, name: variables}]}";
        var changes = Of(
            new()
            {
                ["apps/web.yaml"] = SmallFleet.ConfigMap("web", "url: 'https://me:${password}@example.org'"),
                ["clusters/one/apps.yaml"] = SmallFleet.Kustomization("apps", "./apps", spec),
                ["clusters/one/secret.yaml"] = Secret,
            },
            ("clusters/one/secret.yaml", Secret.Replace("xyzzy", "plugh", StringComparison.Ordinal)));

        Assert.Equal(["ConfigMap", "Secret"], changes.Objects.Select(change => change.Resource.Id.Kind));
        Assert.All(changes.Objects.SelectMany(change => change.Fields), field => Assert.True(field.IsSecret));
    }

    private static string Kinds(ObjectChange change) => string.Join(", ", change.Dangers.Select(danger => danger.Kind));
}
