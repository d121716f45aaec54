using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Fleet;

/// <summary>A Helm release of a well-known chart, which may install CRDs.</summary>
internal sealed class CrdProvider
{
    private readonly ReleasedChart release;
    private readonly Lazy<CrdSwitch> state;

    private CrdProvider(ReleasedChart release, KnownChart chart)
    {
        this.release = release;
        Chart = chart;
        state = new(FindState);
    }

    public KnownChart Chart { get; }

    public HelmRelease Release => release.Release;

    /// <summary>Whether the release installs the CRDs of its chart.</summary>
    public CrdSwitch State => state.Value;

    /// <summary>Views a release; null when its chart is not known, or belongs to another cluster.</summary>
    public static CrdProvider? Of(ReleasedChart release) =>
        !release.Release.IsRemote && release.Name is { } name && KnownCharts.Default.Find(name) is { } chart ? new(release, chart) : null;

    /// <summary>What is to be done about CRDs that the release does not install.</summary>
    public CrdAnswer Absent()
    {
        var name = release.Release.Resource.Id.Name;
        var setting = Applicable().Select(installation => installation.Setting).FirstOrDefault(setting => setting is not null);
        var isPolicy = State.Node is { } node && (node == release.Release.InstallCrds || node == release.Release.SkipCrds);
        return new(Availability.Absent)
        {
            Remedy = isPolicy || setting is null
                ? $"set 'install.crds: Create' in HelmRelease '{name}': chart '{Chart.Name}' has it in its crds folder"
                : $"set '{setting}' in the values of HelmRelease '{name}': chart '{Chart.Name}' installs it then",
            Cause = State.Node is { } off
                ? new RelatedLocation(off.Location, $"HelmRelease '{name}' leaves it out")
                : new RelatedLocation(release.Release.Resource.Location, $"HelmRelease '{name}' leaves it out by default"),
        };
    }

    private IEnumerable<CrdInstallation> Applicable() => Chart.Installations.Where(installation => installation.AppliesTo(release.ExactVersion));

    private CrdSwitch FindState()
    {
        if (Chart.Installations.IsEmpty)
            return CrdSwitch.OffByDefault;
        var states = Applicable().Select(installation => installation.State(release.Release, release.ExactVersion)).ToList();
        if (states.Exists(state => state.IsOn == true))
            return Chart.Unsure.Any(value => release.Release.Value(value) is not null) ? CrdSwitch.Unknown : CrdSwitch.On;
        if (states.Count == 0 || states.Exists(state => state.IsOn is null))
            return CrdSwitch.Unknown;
        if (states.Find(state => state.Node is not null) is { } written)
            return written with { IsOn = false };
        // Another chart of the same name has other switches: only one that is written is worth something.
        return Chart.IsPublishedBy(release.Origin) ? CrdSwitch.OffByDefault : CrdSwitch.Unknown;
    }
}
