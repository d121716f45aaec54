using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds targets of <c>replacements</c> that select no object.</summary>
public sealed class ReplacementWithoutTarget : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1005",
        Title = "A target of a replacement selects nothing",
        Message = "this replacement puts its value nowhere: no {0} is in this build",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/ReplacementWithoutTarget"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        // A component is used in several places, and its target may be meant for one of them.
        foreach (var uses in context.Renderings.SelectMany(rendering => rendering.Replacements).GroupBy(use => use.Entry))
        {
            if (uses.All(use => use is { Matches: 0, IsUncertain: false, Description.Length: > 0 }))
                context.Report(Descriptor, uses.Key, uses.First().Description);
        }
    }
}
