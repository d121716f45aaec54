using System.Collections.Frozen;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>The objects of a cluster that have others made which no manifest shows: Helm releases, and the custom resources of operators.</summary>
internal sealed class HiddenMakers
{
    // Their controllers make neither pods nor data, or say in the object what they make.
    private static readonly FrozenSet<string> PassiveGroups = new[]
    {
        "acme.cert-manager.io", "autoscaling.k8s.io", "bitnami.com", "cert-manager.io", "cilium.io", "config.gatekeeper.sh", "configuration.konghq.com",
        "constraints.gatekeeper.sh", "crd.projectcalico.org", "extensions.istio.io", "external-secrets.io", "externaldns.k8s.io", "generators.external-secrets.io",
        "k8s.nginx.org", "karpenter.azure.com", "karpenter.k8s.aws", "karpenter.sh", "metallb.io", "mutations.gatekeeper.sh", "networking.istio.io",
        "policy.linkerd.io", "projectcalico.org", "projectcontour.io", "secrets-store.csi.x-k8s.io", "security.istio.io", "snapshot.storage.k8s.io",
        "telemetry.istio.io", "templates.gatekeeper.sh", "traefik.containo.us", "traefik.io",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> namespaces = new(StringComparer.Ordinal);
    private bool everywhere;

    public HiddenMakers(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            if (HelmRelease.Of(resource) is { } release)
                Add(release.WorkloadNamespace);
            else if (!IsPassive(resource.Id))
                Add(resource.Id.Namespace);
        }
    }

    /// <summary>Whether one of them may make objects in a namespace.</summary>
    public bool Reach(string @namespace) => everywhere || namespaces.Contains(@namespace);

    private static bool IsPassive(ResourceId id) =>
        KubernetesGroups.Contains(id.Group)
        || id.Group.EndsWith(".fluxcd.io", StringComparison.Ordinal)
        || id.Group == "fluxcd.controlplane.io"
        || PassiveGroups.Contains(id.Group)
        || id is { Group: "gateway.networking.k8s.io", Kind: not "Gateway" }
            or { Group: "keda.sh", Kind: not "ScaledJob" }
            or { Group: "monitoring.coreos.com", Kind: "AlertmanagerConfig" or "PodMonitor" or "Probe" or "PrometheusRule" or "ScrapeConfig" or "ServiceMonitor" }
            or { Group: "grafana.integreatly.org", Kind: not "Grafana" };

    // Nothing tells where the controller of an object without a namespace makes others.
    private void Add(string @namespace)
    {
        if (@namespace.Length == 0 || @namespace.HasVariable())
            everywhere = true;
        else
            namespaces.Add(@namespace);
    }
}
