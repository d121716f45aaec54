using System.Collections.Frozen;

namespace FluxLint.Kustomize.Configurations;

/// <summary>The fields that <c>$(VAR)</c> is looked for in: kustomize's default <c>varReference</c>.</summary>
internal static class VariableReferences
{
    private static readonly string[] PodFields =
    [
        "containers/args", "containers/command", "containers/env/value", "containers/volumeMounts/mountPath",
        "initContainers/args", "initContainers/command", "initContainers/env/value", "initContainers/volumeMounts/mountPath",
    ];

    private static readonly FieldSpec[] OfEveryKind = [new("metadata/labels"), new("metadata/annotations")];

    private static readonly FrozenDictionary<string, FieldSpec[]> ByKind = new[]
    {
        // A volume of a CronJob is looked for where none is, one level too high.
        Workload("CronJob", "spec/jobTemplate/spec/template/spec", "spec/jobTemplate/spec/template/volumes/nfs/server"),
        Workload("DaemonSet", "spec/template/spec", "spec/template/spec/volumes/nfs/server"),
        Workload("Deployment", "spec/template/spec", "spec/template/spec/volumes/nfs/server", "spec/template/metadata/annotations"),
        Workload("Job", "spec/template/spec", "spec/template/spec/volumes/nfs/server"),
        Workload("Pod", "spec", "spec/volumes/nfs/server"),
        Workload("ReplicaSet", "spec/template/spec", "spec/template/spec/volumes/nfs/server"),
        Workload("StatefulSet", "spec/template/spec", "spec/volumeClaimTemplates/spec/nfs/server"),
        Of("Ingress", "spec/rules/host", "spec/tls/hosts", "spec/tls/secretName"),
        Of("Service", "spec/ports/port", "spec/ports/targetPort"),
        Of("PersistentVolume", "spec/nfs/server"),
    }.ToFrozenDictionary(kind => kind.Key, kind => kind.Value, StringComparer.Ordinal);

    /// <summary>The fields of objects of a kind.</summary>
    public static FieldSpec[] Of(string kind) => ByKind.GetValueOrDefault(kind, OfEveryKind);

    private static KeyValuePair<string, FieldSpec[]> Workload(string kind, string pod, params string[] others) =>
        Of(kind, [.. PodFields.Select(field => $"{pod}/{field}"), .. others]);

    private static KeyValuePair<string, FieldSpec[]> Of(string kind, params string[] paths) =>
        new(kind, [.. paths.Select(path => new FieldSpec(path)), .. OfEveryKind]);
}
