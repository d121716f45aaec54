using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Flux Kustomizations that wait for their objects without saying how long.</summary>
public sealed class MissingTimeout : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2011",
        Title = "The interval decides how long health checks may take",
        Message = "{0} waits {1} its interval of '{2}' for its objects, for it has no timeout",
        Category = RuleCategory.Flux,
        Severity = Severity.Info,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/MissingTimeout"),
    };

    /// <summary>Pods that have to pull their images need longer.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(2);

    /// <summary>A newer revision waits for as long as the one before it has not become healthy.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<FluxKustomization>(Check);

    private static void Check(ResourceContext context, FluxKustomization kustomization)
    {
        if (kustomization.Timeout is not null || kustomization.IsOfBootstrap || context.Resource.HasUnknownValues)
            return;
        // Without health checks there is nothing that takes long.
        if (!kustomization.Waits && !kustomization.HealthChecks.Any())
            return;
        if (kustomization.Interval is not { } interval || GoDuration.Parse(interval.Value) is not { } timeout || (timeout >= Shortest && timeout <= Longest))
            return;
        context.Report(Descriptor, interval, context.Resource.Id.Display, timeout < Shortest ? "no longer than" : "as long as", interval.Value)
            .WithHelp("set 'timeout' to what the slowest of its objects may need")
            .WithFix(CodeFix.Unsafe("Add 'timeout: 5m'", context.Edit.Set(kustomization.Spec, "timeout", "5m")));
    }
}
