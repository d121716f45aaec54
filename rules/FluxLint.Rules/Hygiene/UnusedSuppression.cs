using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Hygiene;

/// <summary>Stands for the finding that the library itself raises for a suppression that suppresses nothing: only once all rules have run.</summary>
public sealed class UnusedSuppression : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX9002",
        Title = "A suppression suppresses nothing",
        Message = "{0}",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Hygiene/UnusedSuppression"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
    }
}
