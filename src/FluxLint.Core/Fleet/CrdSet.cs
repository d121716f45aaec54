using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>The custom resource definitions that a cluster has, and how sure that is.</summary>
public sealed class CrdSet
{
    private const string ConstraintGroup = "constraints.gatekeeper.sh";

    private readonly ClusterDefinitions rendered;
    private readonly HashSet<string> constraints = new(StringComparer.Ordinal);
    private readonly List<CrdProvider> providers = [];
    private readonly bool hasGaps;
    private readonly bool hasFluxInstance;
    private readonly bool hasUnknownCharts;
    private readonly bool hasUnknownCrdCharts;

    private CrdSet(Cluster cluster)
    {
        rendered = cluster.Definitions;
        hasGaps = cluster.HasGaps;
        foreach (var resource in cluster.Resources)
        {
            switch (resource.Id)
            {
                case { Kind: "ConstraintTemplate", Group: "templates.gatekeeper.sh" }:
                    constraints.Add((resource.Root.At("spec", "crd", "spec", "names", "kind") as YamlScalar)?.Value ?? "");
                    break;
                case { Kind: "FluxInstance", Group: "fluxcd.controlplane.io" }:
                    hasFluxInstance = true;
                    break;
                case { Kind: "Kustomization", Group: FluxKustomization.Group }:
                    // What it applies goes to another cluster, and is judged here all the same.
                    hasGaps |= resource.Root.At("spec", "kubeConfig") is YamlMapping;
                    break;
            }
        }
        foreach (var release in ReleasedChart.Of(cluster))
        {
            if (CrdProvider.Of(release) is { } provider)
            {
                providers.Add(provider);
                continue;
            }
            hasUnknownCharts = true;
            hasUnknownCrdCharts |= MentionsCrds(release.Name) || MentionsCrds(release.Release.ChartName?.Value)
                || MentionsCrds(release.Release.ChartReference?.Name?.Value) || MentionsCrds(release.Release.Resource.Id.Name);
        }
    }

    /// <summary>Finds the definitions of a cluster.</summary>
    public static CrdSet Of(Cluster cluster) => new(cluster);

    /// <summary>Whether the cluster has the definition of a kind that is not built into Kubernetes.</summary>
    public CrdAnswer Find(string group, string kind)
    {
        if (rendered.Knows(group, kind))
            return CrdAnswer.Provided;
        if (CustomKinds.IsFlux(group))
            return FindFlux(group);
        if (group == ConstraintGroup)
            return FindConstraint(kind);
        var installers = providers.Where(provider => provider.Chart.Kinds.Contains((group, kind))).ToList();
        return installers.Count > 0 ? FindInstalled(installers) : FindWithoutInstaller(group, kind);
    }

    private CrdAnswer FindInstalled(List<CrdProvider> installers)
    {
        if (installers.Exists(installer => installer.State.IsOn == true))
            return CrdAnswer.Provided;
        return hasGaps || hasUnknownCrdCharts || installers is not [{ State.IsOn: false } only] ? CrdAnswer.Unknown : only.Absent();
    }

    private CrdAnswer FindWithoutInstaller(string group, string kind)
    {
        // Another version of a known chart may know more kinds, and a cluster without any definition gets them elsewhere.
        if (hasGaps || hasUnknownCharts || !InstallsAny || providers.Exists(provider => provider.Chart.HasGroup(group)))
            return CrdAnswer.Unknown;
        var known = KnownCharts.Default.ProvidersOf(group, kind).ToList();
        if (known.Count == 0)
            return KnownCharts.Default.IsOfPlatform(group) ? CrdAnswer.Unknown : new(CrdAvailability.Absent);
        if (known.Exists(chart => chart.IsAddon))
            return CrdAnswer.Unknown;
        var setting = known[0].Installations[0] is { Default: false, Setting: { } off } ? off : null;
        return new(CrdAvailability.Absent)
        {
            Remedy = $"release chart '{known[0].Name}'{(setting is null ? "" : $" with '{setting}'")}, which installs it",
        };
    }

    /// <summary>Flux that was set up outside of the repository may have any component; that of a rendered gotk-components.yaml has what is rendered.</summary>
    private CrdAnswer FindFlux(string group)
    {
        if (hasFluxInstance)
            return CrdAnswer.Provided;
        var isRendered = rendered.Knows(FluxKustomization.Group, "Kustomization");
        return hasGaps || hasUnknownCrdCharts || !isRendered
            ? CrdAnswer.Unknown
            : new(CrdAvailability.Absent) { Remedy = $"export the Flux components anew with the controller of '{group}'" };
    }

    private CrdAnswer FindConstraint(string kind)
    {
        if (constraints.Contains(kind))
            return CrdAnswer.Provided;
        // Without Gatekeeper itself in sight, a managed add-on may bring its templates.
        return hasGaps || hasUnknownCharts || Find("templates.gatekeeper.sh", "ConstraintTemplate").Availability != CrdAvailability.Provided
            ? CrdAnswer.Unknown
            : new(CrdAvailability.Absent) { Remedy = $"add the ConstraintTemplate that makes the kind '{kind}'" };
    }

    private bool InstallsAny => !rendered.IsEmpty || providers.Exists(provider => provider.State.IsOn == true);

    private static bool MentionsCrds(string? text) => text?.Contains("crd", StringComparison.OrdinalIgnoreCase) ?? false;
}
