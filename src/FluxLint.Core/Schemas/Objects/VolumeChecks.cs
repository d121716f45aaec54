using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A volume is one thing, and says what it is of (<c>ValidateVolumes</c>). Without a source it is an <c>emptyDir</c>.</summary>
internal static class VolumeChecks
{
    // Without 'image', which API servers that do not know it leave out.
    private static readonly string[] Sources =
    [
        "awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "fc", "flexVolume", "flocker",
        "gcePersistentDisk", "gitRepo", "glusterfs", "hostPath", "iscsi", "nfs", "persistentVolumeClaim", "photonPersistentDisk", "portworxVolume", "projected", "quobyte",
        "rbd", "scaleIO", "secret", "storageos", "vsphereVolume",
    ];

    public static void Check(YamlMapping pod, ObjectPath at, ObjectReport report)
    {
        foreach (var (i, volume) in pod.Mappings("volumes"))
        {
            var path = at["volumes", i];
            if (volume.Known("name") is { } name && NameSyntax.DnsLabel(name.Value) is { } problem)
                report.Add(name, $"'{path["name"]}' is '{name.Value}', which {problem}");
            ChoiceChecks.HasSeveral(volume, path, Sources, report);
            CheckSource(volume, path, report);
        }
    }

    private static void CheckSource(YamlMapping volume, ObjectPath at, ObjectReport report)
    {
        if (volume.Mapping("secret") is { } secret)
            CheckFiles(secret, "secretName", at["secret"], report);
        if (volume.Mapping("configMap") is { } map)
            CheckFiles(map, "name", at["configMap"], report);
        if (volume.Mapping("persistentVolumeClaim")?.Known("claimName") is { Value: "" } claimed)
            report.Add(claimed, $"'{at["persistentVolumeClaim"]["claimName"]}' must not be empty");
        if (volume.Mapping("downwardAPI") is { } downward)
            FileChecks.CheckDownward(downward, at["downwardAPI"], report);
        if (volume.Mapping("projected") is { } projected)
            ProjectionChecks.Check(projected, at["projected"], report);
        CheckPlace(volume, at, report);
        if (volume.At("ephemeral", "volumeClaimTemplate", "spec") is YamlMapping claim)
            ClaimChecks.Check(claim, at["ephemeral"]["volumeClaimTemplate"]["spec"], report);
    }

    /// <summary>Checks where a volume of a node or a server is; a persistent volume has such sources, too.</summary>
    public static void CheckPlace(YamlMapping volume, ObjectPath at, ObjectReport report)
    {
        if (volume.Mapping("hostPath")?.Known("path") is { } path && LocalPaths.LeadsUp(path.Value))
            report.Add(path, $"'{at["hostPath"]["path"]}' must not lead upwards, and '{path.Value}' has '..'");
        if (volume.Mapping("nfs")?.Known("path") is { } export && !export.Value.StartsWith('/'))
            report.Add(export, $"'{at["nfs"]["path"]}' must be absolute, and '{export.Value}' does not start with '/'");
    }

    private static void CheckFiles(YamlMapping source, string name, ObjectPath at, ObjectReport report)
    {
        if (source.HasOnly(name, "items", "defaultMode", "optional"))
            report.Need(source, name, at);
        FileChecks.Check(source, at, report);
    }
}
