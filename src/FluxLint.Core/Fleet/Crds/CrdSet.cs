using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>The custom resource definitions that a cluster has, and how sure that is.</summary>
public sealed class CrdSet
{
    private const string ConstraintGroup = "constraints.gatekeeper.sh";

    private readonly ClusterDefinitions rendered;
    private readonly Dictionary<GroupKind, List<Resource>> manifests = [];
    private readonly Dictionary<string, List<Resource>> constraints = new(StringComparer.Ordinal);
    private readonly List<CrdProvider> providers = [];
    private readonly ImmutableArray<LocatedGlob>? listed;
    private readonly Cluster cluster;
    private readonly bool handsOn;
    private readonly EarlySetup early;
    private readonly EarlySetup unlisted;
    private readonly bool hasFluxInstance;
    private readonly bool hasUnknownCharts;
    private readonly bool hasUnknownCrdCharts;

    internal CrdSet(ClusterModel model)
    {
        cluster = model.Cluster;
        rendered = cluster.Definitions;
        listed = cluster.Provided.Crds;
        // A list in the configuration is complete: it has what other tools bring.
        early = cluster.Early;
        unlisted = listed is null ? early : EarlySetup.None;
        hasUnknownCharts = unlisted.HasUnknownCharts;
        hasFluxInstance = cluster.Instances.Any();
        foreach (var resource in cluster.Resources)
        {
            switch (resource.Id)
            {
                case { Kind: "CustomResourceDefinition", Group: KubernetesGroups.ApiExtensions }:
                    var spec = resource.Root.Mapping("spec");
                    Add(manifests, new(spec?.Text("group") ?? "", spec?.Mapping("names")?.Text("kind") ?? ""), resource);
                    break;
                case { Kind: "ConstraintTemplate", Group: "templates.gatekeeper.sh" }:
                    Add(constraints, (resource.Root.At("spec", "crd", "spec", "names", "kind") as YamlScalar)?.Value ?? "", resource);
                    break;
                case { Kind: "FluxInstance", Group: FluxGroups.Operator }:
                    hasFluxInstance = true;
                    break;
                case { Kind: "Kustomization", Group: FluxKustomization.Group }:
                    // What it applies goes to another cluster, and is judged here all the same.
                    handsOn |= resource.Root.At("spec", "kubeConfig") is YamlMapping;
                    break;
            }
        }
        foreach (var release in model.Cluster.Charts)
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

    /// <summary>Whether the cluster has the definition of a kind that is not built into Kubernetes.</summary>
    public CrdAnswer Find(string group, string kind)
    {
        if (rendered.Knows(group, kind) || ProvidedNames.Has(listed, $"{kind}.{group}") == true)
            return CrdAnswer.Provided;
        if (CustomKinds.IsFlux(group))
            return FindFlux(group);
        if (group == ConstraintGroup)
            return FindConstraint(kind);
        var installers = providers.Where(provider => provider.Chart.Kinds.Contains(new(group, kind))).ToList();
        if (MayBeElsewhere(group))
            return installers.Exists(IsOn) ? CrdAnswer.Provided : CrdAnswer.Unknown;
        return installers.Count > 0 ? FindInstalled(installers) : FindWithoutInstaller(group, kind);
    }

    /// <summary>
    /// What brings the definition of a kind: its manifest, the ConstraintTemplate that it is made of, or the HelmRelease whose
    /// chart installs it. Null when there is none in sight, or more than one thing that may.
    /// </summary>
    public Resource? ProviderOf(string group, string kind)
    {
        var written = group == ConstraintGroup ? constraints.GetValueOrDefault(kind) : manifests.GetValueOrDefault(new(group, kind));
        var installers = providers.FindAll(provider => provider.Chart.Kinds.Contains(new(group, kind)) && provider.State.IsOn != false);
        return (written, installers) switch
        {
            _ when hasUnknownCrdCharts || early.MayDefine(group) => null,
            ([var manifest], []) => manifest,
            (null, [{ State.IsOn: true } only]) => only.Release.Resource,
            _ => null,
        };
    }

    private CrdAnswer FindInstalled(List<CrdProvider> installers)
    {
        if (installers.Exists(IsOn))
            return CrdAnswer.Provided;
        return hasUnknownCrdCharts || installers is not [{ State.IsOn: false } only] ? CrdAnswer.Unknown : only.Absent();
    }

    private CrdAnswer FindWithoutInstaller(string group, string kind)
    {
        // Another version of a known chart may know more kinds, and a cluster without any definition gets them elsewhere, unless configuration lists what comes from there.
        if (hasUnknownCharts || (!InstallsAny && listed is null) || providers.Exists(provider => provider.Chart.HasGroup(group)))
            return CrdAnswer.Unknown;
        var known = KnownCharts.Default.ProvidersOf(group, kind).ToList();
        if (known.Count == 0)
            return listed is null && KnownCharts.Default.IsOfPlatform(group) ? CrdAnswer.Unknown : new(Availability.Absent);
        if (listed is null && known.Exists(chart => chart.IsAddon))
            return CrdAnswer.Unknown;
        var setting = known[0].Installations[0] is { Default: false, Setting: { } off } ? off : null;
        return new(Availability.Absent)
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
        return MayBeElsewhere(group) || !unlisted.IsEmpty || hasUnknownCrdCharts || !isRendered
            ? CrdAnswer.Unknown
            : new(Availability.Absent) { Remedy = $"export the Flux components anew with the controller of '{group}'" };
    }

    private CrdAnswer FindConstraint(string kind)
    {
        if (constraints.ContainsKey(kind))
            return CrdAnswer.Provided;
        // Without Gatekeeper itself in sight, a managed add-on may bring its templates.
        return MayBeElsewhere(ConstraintGroup) || hasUnknownCharts || Find("templates.gatekeeper.sh", "ConstraintTemplate").Availability != Availability.Provided
            ? CrdAnswer.Unknown
            : new(Availability.Absent) { Remedy = $"add the ConstraintTemplate that makes the kind '{kind}'" };
    }

    /// <summary>Whether what is not known may bring definitions of a group.</summary>
    private bool MayBeElsewhere(string group) => handsOn || cluster.MayDefine(group) || unlisted.MayDefine(group);

    private static void Add<TKey>(Dictionary<TKey, List<Resource>> found, TKey key, Resource resource)
        where TKey : notnull
    {
        if (!found.TryGetValue(key, out var resources))
            found[key] = resources = [];
        resources.Add(resource);
    }

    private bool InstallsAny => !rendered.IsEmpty || providers.Exists(IsOn);

    private static bool IsOn(CrdProvider provider) => provider.State.IsOn == true;

    /// <summary>Whether a name tells that what it names brings definitions.</summary>
    internal static bool MentionsCrds(string? text) => text?.Contains("crd", StringComparison.OrdinalIgnoreCase) ?? false;
}
