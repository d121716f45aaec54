namespace FluxLint.Flux;

/// <summary>The API groups of Flux, its extensions and the Flux Operator.</summary>
public static class FluxGroups
{
    /// <summary>Group of <see cref="FluxKustomization"/>.</summary>
    public const string Kustomize = "kustomize.toolkit.fluxcd.io";

    /// <summary>Group of <see cref="HelmRelease"/>.</summary>
    public const string Helm = "helm.toolkit.fluxcd.io";

    /// <summary>Group of every <see cref="Source"/>.</summary>
    public const string Source = "source.toolkit.fluxcd.io";

    /// <summary>Group of <see cref="Alert"/>, <see cref="Provider"/> and <see cref="Receiver"/>.</summary>
    public const string Notification = "notification.toolkit.fluxcd.io";

    /// <summary>Group of <see cref="ImageRepository"/>, <see cref="ImagePolicy"/> and <see cref="ImageUpdateAutomation"/>.</summary>
    public const string Image = "image.toolkit.fluxcd.io";

    /// <summary>Group of <see cref="ArtifactGenerator"/>.</summary>
    public const string SourceExtensions = "source.extensions.fluxcd.io";

    /// <summary>Group of <see cref="FluxInstance"/>, <see cref="ResourceSet"/> and <see cref="ResourceSetInputProvider"/>.</summary>
    public const string Operator = "fluxcd.controlplane.io";

    /// <summary>Whether a group is one of Flux or of what extends it. All kinds of these groups are namespaced.</summary>
    internal static bool Contains(string group) =>
        group.EndsWith(".toolkit.fluxcd.io", StringComparison.Ordinal) || group is SourceExtensions or Operator;
}
