using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A persistent volume says what it is of, and how large (<c>ValidatePersistentVolumeSpec</c>).</summary>
internal static class PersistentVolumeChecks
{
    private static readonly string[] Sources =
    [
        "awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "csi", "fc", "flexVolume", "flocker", "gcePersistentDisk", "glusterfs", "hostPath", "iscsi",
        "local", "nfs", "photonPersistentDisk", "portworxVolume", "quobyte", "rbd", "scaleIO", "storageos", "vsphereVolume",
    ];

    private static readonly string[] Others =
    [
        "accessModes", "capacity", "claimRef", "mountOptions", "nodeAffinity", "persistentVolumeReclaimPolicy", "storageClassName", "volumeAttributesClassName", "volumeMode",
    ];

    public static void Check(YamlMapping spec, ObjectReport report)
    {
        var at = ObjectPath.Spec;
        ClaimChecks.CheckModes(spec, at, spec.Has("capacity") || spec.IsMisspelt("capacity") ? [] : [at["capacity"]["storage"]], report);
        if (!ChoiceChecks.HasSeveral(spec, at, Sources, report) && spec.HasOnly(Others))
            report.Add(spec.Entries is [.., var last] ? last.Key : spec, "a PersistentVolume needs a source, such as 'csi' or 'nfs'");
        VolumeChecks.CheckPlace(spec, at, report);
        if (spec.Mapping("capacity") is { } capacity && !capacity.HasOpenKeys() && !capacity.Has("storage"))
            report.Add(spec.Place("capacity"), $"'{at["capacity"]["storage"]}' is needed");
        if (spec.IsSet("local") && !spec.Has("nodeAffinity"))
            report.Add(spec.Place("local"), $"'{at["nodeAffinity"]}' is needed for a volume of a node");
        if (spec.Mapping("nodeAffinity")?.Mapping("required") is { } required)
            AffinityChecks.CheckTerms(required, at["nodeAffinity"]["required"], report);
    }
}
