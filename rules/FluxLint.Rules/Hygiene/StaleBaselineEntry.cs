using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Hygiene;

/// <summary>Stands for the finding that the library itself raises for what a baseline holds in vain: only once all rules have run.</summary>
public sealed class StaleBaselineEntry : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX9003",
        Title = "The baseline holds what is no more",
        Message = "{0}",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Info,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Hygiene/StaleBaselineEntry"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
    }
}
