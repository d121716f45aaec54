using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Text;

namespace FluxLint.Rules.Helm;

/// <summary>Finds releases of production clusters that do not detect drift.</summary>
public sealed class DriftDetectionOff : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3009",
        Title = "Changes by hand stay in production",
        Message = "{0} does not notice what is changed in the cluster behind its back",
        Category = RuleCategory.Helm,
        Severity = Severity.Info,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/DriftDetectionOff"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<HelmRelease>(Check);

    private static void Check(ResourceContext context, HelmRelease release)
    {
        // Who writes a mode, 'disabled' included, has thought about it.
        if (release.DriftDetection?["mode"] is not null || context.Resource.HasUnknownValues)
            return;
        var production = context.Clusters.RemoveAll(cluster => cluster.Class is not { IsProduction: true });
        if (production.IsEmpty)
            return;
        context.Report(Descriptor, context.Resource.Place, context.Resource.Id.Display)
            .WithClusters(production)
            .WithHelp("set 'driftDetection.mode' to 'warn' or 'enabled'")
            .WithFix(CodeFix.Unsafe("Add 'driftDetection.mode: warn'", Warn(context, release)));
    }

    private static TextChange? Warn(ResourceContext context, HelmRelease release) => release.DriftDetection is { } detection
        ? context.Edit.Set(detection, "mode", "warn")
        : context.Edit.Set(release.Spec, "driftDetection", "mode: warn");
}
