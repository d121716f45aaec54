using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace Brightwater.FluxLint;

/// <summary>Finds releases that may take longer than a rollout waits for them.</summary>
public sealed class SlowRelease : Rule
{
    private static readonly RuleOption Longest = RuleOption.Choice("longest", "The longest time that a release may take", "15m", "30m", "1h");

    private static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "BRIGHTWATER002",
        Title = "A release may take longer than a rollout waits",
        Message = "{0} may take {1}, and a rollout waits {2}",
        Category = RuleCategory.Helm,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Options = [Longest],
        Since = "0.1",
    };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Describe() => Descriptor;

    /// <inheritdoc/>
    public override void Register(RuleRegistry registry) => registry.OnFlux<HelmRelease>(Check);

    private static void Check(ResourceContext context, HelmRelease release)
    {
        var longest = context.Choice(Longest);
        if (release.Timeout is not { } timeout || GoDuration.Parse(timeout.Value) is not { } time || time <= GoDuration.Parse(longest))
            return;

        // Unsafe: a release that needs its time fails with less.
        context.Report(Descriptor, timeout, context.Resource.Id.Display, timeout.Value, longest)
            .WithFix(CodeFix.Unsafe($"Wait {longest}", context.Edit.Replace(timeout, longest)));
    }
}
