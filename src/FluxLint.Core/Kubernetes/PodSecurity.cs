using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>Holds pods against the Pod Security Standards, as https://kubernetes.io/docs/concepts/security/pod-security-standards/ has them for Kubernetes 1.33.</summary>
public static class PodSecurity
{
    private static readonly string[] NodeNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    private static readonly HashSet<string> BaselineCapabilities = new(StringComparer.Ordinal)
    {
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    };

    private static readonly HashSet<string> SafeSysctls = new(StringComparer.Ordinal)
    {
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range",
        "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes",
    };

    private static readonly HashSet<string> SafeLinuxTypes = new(StringComparer.Ordinal) { "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t" };

    /// <summary>What a level forbids of what a pod says.</summary>
    public static IEnumerable<PodSecurityViolation> Violations(PodTemplate pod, PodSecurityLevel level) =>
        level == PodSecurityLevel.Baseline ? Baseline(pod) : Baseline(pod).Concat(RestrictedPodSecurity.Violations(pod));

    private static IEnumerable<PodSecurityViolation> Baseline(PodTemplate pod)
    {
        foreach (var field in NodeNamespaces)
        {
            if (pod.Spec.IsTrue(field) && pod.Spec.Scalar(field) is { } value)
                yield return new(value, "shares namespaces of its node", $"'{field}'");
        }
        foreach (var volume in pod.Volumes)
        {
            if (volume.Mapping("hostPath") is { } host)
                yield return new((YamlNode?)host.Scalar("path") ?? host, "mounts paths of its node", $"'{host.Text("path")}'");
        }
        foreach (var sysctl in Items(pod.SecurityContext?["sysctls"]))
        {
            if (sysctl.Scalar("name") is { } name && !SafeSysctls.Contains(name.Value))
                yield return new(name, "sets kernel parameters that are not its own", $"'{name.Value}'");
        }
        foreach (var violation in Context(pod.SecurityContext, "all containers").Concat(pod.Containers.SelectMany(Container)))
            yield return violation;
    }

    private static IEnumerable<PodSecurityViolation> Container(PodContainer container)
    {
        var context = container.SecurityContext;
        var subject = $"'{container.Name}'";
        if (context?.IsTrue("privileged") == true && context.Scalar("privileged") is { } privileged)
            yield return new(privileged, "runs privileged containers", subject);
        foreach (var added in Scalars(context?.At("capabilities", "add")))
        {
            if (!BaselineCapabilities.Contains(added.Value))
                yield return new(added, "adds capabilities", $"'{added.Value}'");
        }
        foreach (var port in Items(container.Node["ports"]))
        {
            if (port.Scalar("hostPort") is { } taken && taken.CanonicalValue != "0")
                yield return new(taken, "takes ports of its node", taken.Value);
        }
        if (context?.Scalar("procMount") is { Value: not "Default" } mount)
            yield return new(mount, "unmasks '/proc'", subject);
        foreach (var violation in Context(context, subject))
            yield return violation;
    }

    /// <summary>What pods and containers have in common.</summary>
    private static IEnumerable<PodSecurityViolation> Context(YamlMapping? context, string subject)
    {
        if (context?.At("seccompProfile", "type") is YamlScalar { Value: "Unconfined" } seccomp)
            yield return new(seccomp, "turns seccomp off", subject);
        if (context?.At("appArmorProfile", "type") is YamlScalar { Value: "Unconfined" } armor)
            yield return new(armor, "turns AppArmor off", subject);
        if (context?.At("windowsOptions", "hostProcess") is YamlScalar { CanonicalValue: "true" } process)
            yield return new(process, "runs as processes of its node", subject);
        if (context?.At("seLinuxOptions", "type") is YamlScalar type && !SafeLinuxTypes.Contains(type.Value))
            yield return new(type, "chooses its SELinux context", subject);
    }

    internal static IEnumerable<YamlMapping> Items(YamlNode? node) => (node as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];

    internal static IEnumerable<YamlScalar> Scalars(YamlNode? node) => (node as YamlSequence)?.Items.OfType<YamlScalar>() ?? [];
}
