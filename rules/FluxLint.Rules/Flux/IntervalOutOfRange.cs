using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Flux objects that are reconciled very often, or hardly ever.</summary>
public sealed class IntervalOutOfRange : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2018",
        Title = "An interval is very short or very long",
        Message = "{0} is looked at every '{1}': {2}",
        Category = RuleCategory.Flux,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/IntervalOutOfRange"),
    };

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFlux<Source>(Check);
        registry.OnFlux<FluxKustomization>(Check);
        registry.OnFlux<HelmRelease>(Check);
    }

    private static void Check(ResourceContext context, FluxObject reconciled)
    {
        // The address of a registry is never fetched, whatever its interval.
        if (reconciled.IsOfBootstrap || reconciled is HelmRepository { IsOci: true })
            return;
        if (reconciled.Interval is not { } interval || GoDuration.Parse(interval.Value) is not { } duration)
            return;
        if (duration < Shortest)
            Report("a minute is soon enough, and webhooks are faster");
        else if (duration > Longest)
            Report("drift and missed events stay for longer than a day");

        void Report(string why) => context.Report(Descriptor, interval, context.Resource.Id.Display, interval.Value, why);
    }
}
