using FluxLint.Kubernetes;

namespace FluxLint.Flux;

/// <summary>
/// The versions of Flux kinds that have successors: deprecated by the release that promoted the next one (2.0, 2.2, 2.3, 2.4,
/// 2.6, 2.7), and removed as the upgrade notes say: all <c>beta1</c> in 2.7, <c>beta2</c> of sources, Kustomizations and Helm
/// releases in 2.8, the rest in 2.9.
/// </summary>
internal static class FluxApiVersions
{
    private static readonly Dictionary<VersionedKind, FluxApi> Replaced =
        All().ToDictionary(api => new VersionedKind(api.ApiVersion, api.Kind));

    /// <summary>What became of a version of a kind; null when it is current, or not of Flux.</summary>
    public static FluxApi? Find(string apiVersion, string kind) => Replaced.GetValueOrDefault(new(apiVersion, kind));

    private static IEnumerable<FluxApi> All() =>
    [
        .. Of(FluxGroups.Source, "v1beta1", "v1", removed: 7, (0, "GitRepository"), (3, "HelmRepository"), (3, "HelmChart"), (4, "Bucket")),
        .. Of(FluxGroups.Source, "v1beta2", "v1", removed: 8, (0, "GitRepository"), (3, "HelmRepository"), (3, "HelmChart"), (4, "Bucket"), (6, "OCIRepository")),
        .. Of(FluxGroups.Kustomize, "v1beta1", "v1", removed: 7, (0, "Kustomization")),
        .. Of(FluxGroups.Kustomize, "v1beta2", "v1", removed: 8, (0, "Kustomization")),
        .. Of(FluxGroups.Helm, "v2beta1", "v2", removed: 7, (3, "HelmRelease")),
        .. Of(FluxGroups.Helm, "v2beta2", "v2", removed: 8, (3, "HelmRelease")),
        .. Of(FluxGroups.Notification, "v1beta1", "v1", removed: 7, (0, "Receiver")),
        .. Of(FluxGroups.Notification, "v1beta2", "v1", removed: 9, (0, "Receiver")),
        .. Of(FluxGroups.Notification, "v1beta1", "v1beta3", removed: 7, (2, "Alert"), (2, "Provider")),
        .. Of(FluxGroups.Notification, "v1beta2", "v1beta3", removed: 9, (2, "Alert"), (2, "Provider")),
        .. Of(FluxGroups.Image, "v1beta1", "v1", removed: 7, (7, "ImageRepository"), (7, "ImagePolicy"), (7, "ImageUpdateAutomation")),
        .. Of(FluxGroups.Image, "v1beta2", "v1", removed: 9, (7, "ImageRepository"), (7, "ImagePolicy"), (7, "ImageUpdateAutomation")),
    ];

    private static IEnumerable<FluxApi> Of(string group, string version, string successor, int removed, params (int Minor, string Kind)[] deprecated)
    {
        foreach (var (minor, kind) in deprecated)
            yield return new($"{group}/{version}", kind, new(2, minor), new(2, removed), $"{group}/{successor}");
    }
}
