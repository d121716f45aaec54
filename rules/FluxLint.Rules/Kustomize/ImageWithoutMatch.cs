using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds entries of <c>images</c> that no container uses.</summary>
public sealed class ImageWithoutMatch : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1004",
        Title = "An entry of images changes no image",
        Message = "no container of this build has the image '{0}'",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/ImageWithoutMatch"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        // A component is used in several places, and its entry may be meant for one of them.
        foreach (var uses in context.Renderings.SelectMany(rendering => rendering.Images).GroupBy(use => use.Entry))
        {
            if (uses.All(use => use is { Matches: 0, IsUncertain: false, Description.Length: > 0 }))
                context.Report(Descriptor, uses.Key, uses.First().Description);
        }
    }
}
