using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>A ConfigMap or Secret that a pod reads or mounts.</summary>
/// <param name="Kind"><c>ConfigMap</c> or <c>Secret</c>.</param>
/// <param name="Name">Its name, in the namespace of the pod.</param>
/// <param name="Key">The key of its data that is needed; null for all that there are.</param>
/// <param name="IsOptional">Whether the pod starts without it.</param>
public sealed record PodDataReference(string Kind, YamlScalar Name, YamlScalar? Key, bool IsOptional)
{
    /// <summary>The variables of a container.</summary>
    internal static IEnumerable<PodDataReference> OfEnvironment(YamlMapping container)
    {
        foreach (var source in Items(container["envFrom"]))
        {
            foreach (var reference in Of("ConfigMap", source.Mapping("configMapRef"), "name").Concat(Of("Secret", source.Mapping("secretRef"), "name")))
                yield return reference;
        }
        foreach (var source in Items(container["env"]).Select(variable => variable.Mapping("valueFrom")))
        {
            foreach (var reference in Of("ConfigMap", source?.Mapping("configMapKeyRef"), "name").Concat(Of("Secret", source?.Mapping("secretKeyRef"), "name")))
                yield return reference;
        }
    }

    /// <summary>The content of a volume.</summary>
    internal static IEnumerable<PodDataReference> OfVolume(YamlMapping volume)
    {
        var own = Of("ConfigMap", volume.Mapping("configMap"), "name").Concat(Of("Secret", volume.Mapping("secret"), "secretName"));
        var projected = Items(volume.At("projected", "sources"))
            .SelectMany(source => Of("ConfigMap", source.Mapping("configMap"), "name").Concat(Of("Secret", source.Mapping("secret"), "name")));
        return own.Concat(projected);
    }

    /// <summary>What a reference names: the object, or each key of it that is listed.</summary>
    private static IEnumerable<PodDataReference> Of(string kind, YamlMapping? reference, string nameField)
    {
        if (reference?.Scalar(nameField) is not { } name)
            return [];
        var keys = Items(reference["items"]).Select(item => item.Scalar("key")).Append(reference.Scalar("key")).OfType<YamlScalar>().ToList();
        return keys.DefaultIfEmpty(null).Select(key => new PodDataReference(kind, name, key, reference.IsTrue("optional")));
    }

    private static IEnumerable<YamlMapping> Items(YamlNode? node) => (node as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];
}
