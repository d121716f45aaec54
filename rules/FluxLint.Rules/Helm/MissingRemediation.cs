using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Helm;

/// <summary>Finds releases that are neither tried again nor rolled back when they fail.</summary>
public sealed class MissingRemediation : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3008",
        Title = "A failed release stays failed",
        Message = "{0} stays failed after a failed {1}: it has neither remediation nor strategy",
        Category = RuleCategory.Helm,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/MissingRemediation"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<HelmRelease>(Check);

    private static void Check(ResourceContext context, HelmRelease release)
    {
        if ((release.RemediatesInstall && release.RemediatesUpgrade) || context.Resource.HasUnknownValues)
            return;
        var clusters = context.Clusters.RemoveAll(cluster => cluster.FeatureGate("helm-controller", "DefaultToRetryOnFailure") == true);
        if (clusters.IsEmpty)
            return;
        var action = release.RemediatesInstall ? "upgrade" : release.RemediatesUpgrade ? "installation" : "installation or upgrade";
        context.Report(Descriptor, context.Resource.Place, context.Resource.Id.Display, action)
            .WithClusters(clusters)
            .WithHelp("set 'remediation.retries' under 'install' and 'upgrade', or 'strategy.name: RetryOnFailure' from Flux 2.7 on")
            .WithFix(CodeFix.Unsafe("Try three times", [.. Retries(context, release)]));
    }

    private static IEnumerable<TextChange?> Retries(ResourceContext context, HelmRelease release)
    {
        if (!release.RemediatesInstall)
            yield return Retry(context, release, release.Install, "install");
        if (!release.RemediatesUpgrade)
            yield return Retry(context, release, release.Upgrade, "upgrade");
    }

    private static TextChange? Retry(ResourceContext context, HelmRelease release, YamlMapping? action, string name) => action is null
        ? context.Edit.Set(release.Spec, name, "remediation:\n  retries: 3")
        : context.Edit.Set(action, "remediation", "retries: 3");
}
