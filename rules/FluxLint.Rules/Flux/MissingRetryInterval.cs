using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Flux Kustomizations with a long interval that is the wait after a failure, too.</summary>
public sealed class MissingRetryInterval : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2010",
        Title = "A failure is not tried again before the next interval",
        Message = "{0} tries a failure again only after its interval of '{1}'",
        MessageForMany = "{0} and {2} more try a failure again only after their interval, here of '{1}'",
        Category = RuleCategory.Flux,
        Severity = Severity.Info,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/MissingRetryInterval"),
    };

    /// <summary>What <c>flux bootstrap</c> itself writes without a retry interval.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromMinutes(10);

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<FluxKustomization>(Check);

    private static void Check(ResourceContext context, FluxKustomization kustomization)
    {
        if (kustomization.RetryInterval is not null || kustomization.IsOfBootstrap || context.Resource.HasUnknownValues)
            return;
        if (kustomization.Interval is not { } interval || GoDuration.Parse(interval.Value) is not { } wait || wait <= ShortWait)
            return;
        context.Report(Descriptor, interval, context.Resource.Id.Display, interval.Value)
            .WithHelp("set 'retryInterval' to a few minutes")
            .WithCause("retryInterval")
            .WithFix(CodeFix.Unsafe("Add 'retryInterval: 2m'", context.Edit.Set(kustomization.Spec, "retryInterval", "2m")));
    }
}
