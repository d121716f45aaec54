using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>What the level <c>restricted</c> of the Pod Security Standards asks for beyond <c>baseline</c>.</summary>
internal static class RestrictedPodSecurity
{
    private static readonly HashSet<string> VolumeKinds = new(StringComparer.Ordinal)
    {
        "name", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret",
        // Baseline forbids it already.
        "hostPath",
    };

    public static IEnumerable<PodSecurityViolation> Violations(PodTemplate pod)
    {
        foreach (var volume in pod.Volumes.SelectMany(volume => volume.Entries))
        {
            if (volume.Name is { } kind && !VolumeKinds.Contains(kind))
                yield return new(volume.Key, "mounts volumes of kinds that are not allowed", $"'{kind}'");
        }
        if (Root(pod.SecurityContext) is { } root)
            yield return new(root, "runs as root", "all containers");
        foreach (var violation in pod.Containers.SelectMany(container => Of(pod, container)))
            yield return violation;
    }

    private static IEnumerable<PodSecurityViolation> Of(PodTemplate pod, PodContainer container)
    {
        var context = container.SecurityContext;
        var subject = $"'{container.Name}'";
        if (Root(context) is { } root)
            yield return new(root, "runs as root", subject);
        else if ((context?["runAsNonRoot"] ?? pod.SecurityContext?["runAsNonRoot"]) is not YamlScalar { CanonicalValue: "true" })
            yield return new(context?.Scalar("runAsNonRoot") ?? container.Start, "may run as root", subject);
        // The rest are fields of Linux.
        if (pod.IsWindows)
            yield break;
        if (context?["allowPrivilegeEscalation"] is not YamlScalar { CanonicalValue: "false" })
            yield return new(context?.Scalar("allowPrivilegeEscalation") ?? container.Start, "may gain privileges", subject);
        if ((context?["seccompProfile"] ?? pod.SecurityContext?["seccompProfile"]) is null)
            yield return new(container.Start, "runs without a seccomp profile", subject);
        if (!PodSecurity.Scalars(context?.At("capabilities", "drop")).Any(dropped => dropped.Value == "ALL"))
            yield return new(container.Start, "keeps capabilities", subject);
        foreach (var added in PodSecurity.Scalars(context?.At("capabilities", "add")))
        {
            if (added.Value is not "NET_BIND_SERVICE")
                yield return new(added, "adds capabilities", $"'{added.Value}'");
        }
    }

    private static YamlScalar? Root(YamlMapping? context) => context?.Scalar("runAsUser") is { CanonicalValue: "0" } user ? user : null;
}
