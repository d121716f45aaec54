using FluxLint.Kustomize.Patching;
namespace FluxLint.Core.Tests.Kustomize.Patching;

/// <summary>Merge keys by kind, and what a patch cannot change. The expected text is what <c>kubectl kustomize</c> prints; none where the resource is gone.</summary>
public sealed class StrategicMergeKindTests
{
    [Theory]
    [InlineData(
        "finalizers of any built-in kind are added to",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, finalizers: [a, b]}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, finalizers: [c, a]}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {finalizers: [c, a, b], name: app}}")]
    [InlineData(
        "owners merge by uid",
        "{apiVersion: v1, kind: Secret, metadata: {name: app, ownerReferences: [{uid: u1, name: x}]}}",
        "{apiVersion: v1, kind: Secret, metadata: {name: app, ownerReferences: [{uid: u2}, {uid: u1, name: z}]}}",
        "{apiVersion: v1, kind: Secret, metadata: {name: app, ownerReferences: [{uid: u2}, {name: z, uid: u1}]}}")]
    [InlineData(
        "$deleteFromPrimitiveList stays as text",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, finalizers: [a]}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, $deleteFromPrimitiveList/finalizers: [a]}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {$deleteFromPrimitiveList/finalizers: [a], finalizers: [a], name: app}}")]
    [InlineData(
        "service ports have two keys",
        "{apiVersion: v1, kind: Service, metadata: {name: app}, spec: {ports: [{port: 80, name: http}, {port: 443, name: https}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: app}, spec: {ports: [{port: 8080, name: alt}, {port: 443, targetPort: 8443}]}}",
        "{apiVersion: v1, kind: Service, metadata: {name: app}, spec: {ports: [{name: alt, port: 8080}, {name: https, port: 443, targetPort: 8443}, {name: http, port: 80}]}}")]
    [InlineData(
        "secrets of a service account merge, its pull secrets do not",
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: app}, secrets: [{name: a}], imagePullSecrets: [{name: a}]}",
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: app}, secrets: [{name: b}], imagePullSecrets: [{name: b}]}",
        "{apiVersion: v1, imagePullSecrets: [{name: b}], kind: ServiceAccount, metadata: {name: app}, secrets: [{name: b}, {name: a}]}")]
    [InlineData(
        "a cron job has a pod template two levels down",
        "{apiVersion: batch/v1, kind: CronJob, metadata: {name: app}, spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a}]}}}}}}",
        "{apiVersion: batch/v1, kind: CronJob, metadata: {name: app}, spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: b}]}}}}}}",
        "{apiVersion: batch/v1, kind: CronJob, metadata: {name: app}, spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: b}, {name: a}]}}}}}}")]
    [InlineData(
        "a stateful set's claims are replaced",
        "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: app}, spec: {template: {spec: {containers: [{name: a}]}}, volumeClaimTemplates: [{metadata: {name: a}}]}}",
        "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: app}, spec: {template: {spec: {containers: [{name: b}]}}, volumeClaimTemplates: [{metadata: {name: b}}]}}",
        "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: app}, spec: {template: {spec: {containers: [{name: b}, {name: a}]}}, volumeClaimTemplates: [{metadata: {name: b}}]}}")]
    [InlineData(
        "webhooks merge by name",
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration, metadata: {name: app}, webhooks: [{name: a, x: 1}]}",
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration, metadata: {name: app}, webhooks: [{name: a, z: 1}, {name: b}]}",
        "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingWebhookConfiguration, metadata: {name: app}, webhooks: [{name: a, x: 1, z: 1}, {name: b}]}")]
    [InlineData(
        "rules of an ingress are replaced",
        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: app}, spec: {rules: [{host: a}]}}",
        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: app}, spec: {rules: [{host: b}]}}",
        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: app}, spec: {rules: [{host: b}]}}")]
    [InlineData(
        "subjects of a role binding are replaced",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: app}, subjects: [{name: a}], roleRef: {name: r}}",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: app}, subjects: [{name: b}]}",
        "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: app}, roleRef: {name: r}, subjects: [{name: b}]}")]
    [InlineData(
        "a version that kustomize does not know merges like a custom resource",
        "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: app, finalizers: [a]}, spec: {metrics: [{type: a}]}}",
        "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: app, finalizers: [b]}, spec: {metrics: [{type: b}]}}",
        "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {finalizers: [b], name: app}, spec: {metrics: [{type: b}]}}")]
    [InlineData(
        "lists of a custom resource are replaced, whatever they are called",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app, finalizers: [a]}, spec: {containers: [{name: a}], x: {a: 1}}}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app, finalizers: [b]}, spec: {containers: [{name: b}], x: {b: 2}}}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {finalizers: [b], name: app}, spec: {containers: [{name: b}], x: {a: 1, b: 2}}}")]
    [InlineData(
        "a resource inside a custom resource merges by its own kind",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {pod: {apiVersion: v1, kind: Pod, spec: {containers: [{name: a}]}}}}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {pod: {spec: {containers: [{name: b}]}}}}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {pod: {apiVersion: v1, kind: Pod, spec: {containers: [{name: b}, {name: a}]}}}}")]
    [InlineData(
        "pull secrets and host aliases of a pod",
        "{apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {imagePullSecrets: [{name: a}], hostAliases: [{ip: 1.1.1.1, hostnames: [a]}]}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {imagePullSecrets: [{name: b}], hostAliases: [{ip: 1.1.1.1, hostnames: [b]}]}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {hostAliases: [{hostnames: [b], ip: '1.1.1.1'}], imagePullSecrets: [{name: b}, {name: a}]}}")]
    [InlineData(
        "claims of a pod are newer than kustomize's keys",
        "{apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {resourceClaims: [{name: a}]}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {resourceClaims: [{name: b}]}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: app}, spec: {resourceClaims: [{name: b}]}}")]
    public void Merges_by_the_keys_of_the_kind(string situation, string target, string patch, string expected) =>
        Patched.Same(situation, Patched.Mapping(expected), StrategicMergePatch.Apply(Patched.Mapping(target), Patched.Mapping(patch), Patched.Cause));

    [Theory]
    [InlineData(
        "the name stays",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}, data: {a: b}}",
        "{apiVersion: v1, data: {a: b}, kind: ConfigMap, metadata: {name: app}}")]
    [InlineData(
        "the kind stays",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}}",
        "{apiVersion: v1, kind: Secret, metadata: {name: app}, data: {a: b}}",
        "{apiVersion: v1, data: {a: b}, kind: ConfigMap, metadata: {name: app}}")]
    [InlineData(
        "the apiVersion stays",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}}",
        "{apiVersion: example.com/v2, kind: Widget, metadata: {name: app}}",
        "{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}}")]
    [InlineData(
        "the namespace stays",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: one}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: two}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: one}}")]
    [InlineData(
        "no namespace stays none",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: two}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}}")]
    [InlineData(
        "a deleted namespace stays",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: one}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: null}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: one}}")]
    [InlineData(
        "$patch replace at the top does nothing",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: one}, data: {a: b}}",
        "{$patch: replace, apiVersion: v1, kind: ConfigMap, metadata: {name: other, labels: {a: b}}}",
        "{apiVersion: v1, data: {a: b}, kind: ConfigMap, metadata: {name: app, namespace: one}}")]
    [InlineData(
        "$patch delete at the top deletes the resource",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}}",
        "{$patch: delete, apiVersion: v1, kind: ConfigMap, metadata: {name: app}}",
        "")]
    public void Keeps_the_identity(string situation, string target, string patch, string expected) =>
        Patched.Same(situation, Patched.Optional(expected), StrategicMergePatch.Apply(Patched.Mapping(target), Patched.Mapping(patch), Patched.Cause));

    [Theory]
    [InlineData(
        "null is the text null",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {a: b}, annotations: {a: b}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {a: null}, annotations: {a: null}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {annotations: {a: 'null'}, labels: {a: 'null'}, name: app}}")]
    [InlineData(
        "numbers are text as written",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {a: 0644, b: 1.0, c: True}, annotations: {a: 0x1F, d: 2020-01-01}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {annotations: {a: '0x1F', d: '2020-01-01'}, labels: {a: '0644', b: '1.0', c: 'True'}, name: app}}")]
    [InlineData(
        "neither null nor an empty mapping takes them away",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {a: b}, annotations: {a: b}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: null, annotations: {}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {annotations: {a: b}, labels: {a: b}, name: app}}")]
    [InlineData(
        "$patch replace works",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {a: b}, annotations: {a: b}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {$patch: replace, c: d}, annotations: {$patch: replace, c: d}}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {annotations: {c: d}, labels: {c: d}, name: app}}")]
    public void Reads_labels_and_annotations_as_text_where_it_selects(string situation, string target, string patch, string expected) =>
        Patched.Same(situation, Patched.Mapping(expected), StrategicMergePatch.Apply(Patched.Mapping(target), Patched.Mapping(patch), Patched.Cause, new(IsSelecting: true)));

    [Fact]
    public void Deletes_labels_and_annotations_by_null_where_it_does_not_select()
    {
        var target = Patched.Mapping("{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {a: b, c: d}, annotations: {a: b, c: d}}}");
        var patch = Patched.Mapping("{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {a: null, c: 5}, annotations: {a: null}}}");
        var expected = Patched.Mapping("{apiVersion: v1, kind: ConfigMap, metadata: {name: app, labels: {c: 5}, annotations: {c: d}}}");
        Patched.Same("by name", expected, StrategicMergePatch.Apply(target, patch, Patched.Cause));
    }

    [Fact]
    public void Changes_the_name_and_kind_where_the_options_allow_it()
    {
        var target = Patched.Mapping("{apiVersion: v1, kind: ConfigMap, metadata: {name: app, namespace: one}}");
        var patch = Patched.Mapping("{apiVersion: v1, kind: Secret, metadata: {name: other, namespace: two}}");
        var expected = Patched.Mapping("{apiVersion: v1, kind: Secret, metadata: {name: other, namespace: one}}");
        Patched.Same("both options", expected, StrategicMergePatch.Apply(target, patch, Patched.Cause, new(AllowNameChange: true, AllowKindChange: true)));
    }

    [Fact]
    public void Merges_a_custom_resource_by_the_keys_it_is_given()
    {
        var widget = MergeSchema.Object(("spec", MergeSchema.MapOf(MergeSchema.KeyedList(null, "id"))));
        var target = Patched.Mapping("{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {parts: [{id: a, x: 1}]}}");
        var patch = Patched.Mapping("{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {parts: [{id: a, z: 2}]}}");
        var expected = Patched.Mapping("{apiVersion: example.com/v1, kind: Widget, metadata: {name: app}, spec: {parts: [{id: a, x: 1, z: 2}]}}");
        Patched.Same("given keys", expected, StrategicMergePatch.Apply(target, patch, Patched.Cause, schemas: (_, kind) => kind == "Widget" ? widget : null));
    }
}
