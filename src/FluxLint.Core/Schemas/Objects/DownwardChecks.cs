using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Schemas;

/// <summary>What a container learns of its own pod (<c>validateObjectFieldSelector</c>, <c>validateContainerResourceFieldSelector</c>).</summary>
internal static class DownwardChecks
{
    private static readonly string[] OfVariables =
        ["metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.host", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"];

    private static readonly string[] OfFiles = ["metadata.name", "metadata.namespace", "metadata.uid", "metadata.labels", "metadata.annotations"];

    private static readonly string[] Resources =
        ["limits.cpu", "limits.memory", "limits.ephemeral-storage", "requests.cpu", "requests.memory", "requests.ephemeral-storage"];

    /// <summary>Checks a reference to a field of the pod.</summary>
    public static void CheckField(YamlMapping reference, ObjectPath at, bool isFile, ObjectReport report)
    {
        if (reference.Known("fieldPath") is not { } field || (reference.Has("apiVersion") && reference.Known("apiVersion")?.Value != "v1"))
            return;
        var allowed = isFile ? OfFiles : OfVariables;
        if (allowed.Contains(field.Value) || IsKeyed(field.Value))
            return;
        var others = NearestName.FindSlip(field.Value, allowed) is { } meant ? $"'{meant}'" : "such as 'metadata.name' or 'metadata.labels['app']'";
        report.Add(field, $"'{at["fieldPath"]}' cannot be '{field.Value}', but {others}");
    }

    /// <summary>Checks a reference to a request or limit of a container.</summary>
    public static void CheckResource(YamlMapping reference, ObjectPath at, ObjectReport report)
    {
        if (reference.Known("resource") is { } resource && !Resources.Contains(resource.Value) && !IsHugePages(resource.Value))
            report.Add(resource, $"'{at["resource"]}' cannot be '{resource.Value}', but such as 'limits.cpu' or 'requests.memory'");
    }

    /// <summary>Checks a file of a volume that has one of the two.</summary>
    public static void CheckFile(YamlMapping file, ObjectPath at, ObjectReport report)
    {
        ChoiceChecks.CheckOne(file, file.Start(), at, ["fieldRef", "resourceFieldRef"], ["path", "mode"], report);
        if (file.Mapping("fieldRef") is { } field)
            CheckField(field, at["fieldRef"], isFile: true, report);
        if (file.Mapping("resourceFieldRef") is not { } resource)
            return;
        CheckResource(resource, at["resourceFieldRef"], report);
        report.Need(resource, "containerName", at["resourceFieldRef"]);
    }

    private static bool IsKeyed(string field) =>
        (field.StartsWith("metadata.labels['", StringComparison.Ordinal) || field.StartsWith("metadata.annotations['", StringComparison.Ordinal)) && field.EndsWith("']", StringComparison.Ordinal);

    private static bool IsHugePages(string resource) =>
        resource.StartsWith("limits.hugepages-", StringComparison.Ordinal) || resource.StartsWith("requests.hugepages-", StringComparison.Ordinal);
}
