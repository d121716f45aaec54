using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Helm;

/// <summary>Finds releases of charts with a <c>crds</c> folder whose upgrades leave the CRDs as they were.</summary>
public sealed class CrdsNotUpgraded : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3007",
        Title = "CRDs of a chart stay at their first version",
        Message = "{0} never updates the CRDs of chart '{1}', which are in its crds folder",
        Category = RuleCategory.Helm,
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/CrdsNotUpgraded"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var chart in context.Cluster.Charts)
        {
            var release = chart.Release;
            // Skip says that something else looks after the CRDs.
            if (release.UpgradeCrds is { Value: not "Create" } || release.Resource.HasUnknownValues || !chart.BringsCrdsInFolder)
                continue;
            context.Report(Descriptor, release.UpgradeCrds is { } crds ? release.PlaceOf(crds) : release.Resource.Place, release.Resource.Id.Display, chart.Name)
                .WithHelp("set 'upgrade.crds: CreateReplace'")
                .WithFix(Replace(context, release));
        }
    }

    // Where Create is written somebody may have meant it.
    private static CodeFix? Replace(ClusterContext context, HelmRelease release)
    {
        if (release.UpgradeCrds is not null)
            return null;
        var change = release.Upgrade is { } upgrade
            ? context.Edit.Set(upgrade, "crds", "CreateReplace")
            : context.Edit.Set(release.Spec, "upgrade", "crds: CreateReplace");
        return CodeFix.Safe("Set 'upgrade.crds: CreateReplace'", change);
    }
}
