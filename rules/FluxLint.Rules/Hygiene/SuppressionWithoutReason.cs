using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Hygiene;

/// <summary>Stands for the finding that the library itself raises for a suppression that gives no reason: only once all rules have run.</summary>
public sealed class SuppressionWithoutReason : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX9001",
        Title = "A suppression does not say why",
        Message = "the suppression of {0} gives no reason",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Hygiene/SuppressionWithoutReason"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
    }
}
