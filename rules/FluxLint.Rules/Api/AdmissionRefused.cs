using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Policies.Admission;

namespace FluxLint.Rules.Api;

/// <summary>Finds objects that a ValidatingAdmissionPolicy of their cluster would refuse.</summary>
public sealed class AdmissionRefused : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5009",
        Title = "A ValidatingAdmissionPolicy of the cluster refuses an object",
        Message = "{0} refuses {1}: {2}",
        Category = RuleCategory.Api,
        Severity = Severity.Off,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/AdmissionRefused"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    // Whether an object is refused depends on the clusters that it is in.
    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        foreach (var refusal in AdmissionRefusal.In(context.Fleet))
        {
            context.Report(Descriptor, refusal.Place, refusal.Policy.Id.Display, refusal.Place.Resource.Id.Display, refusal.Message)
                .WithSeverity(refusal.Severity)
                .WithRelated(refusal.Validation, "the validation")
                .WithClusters(refusal.Clusters);
        }
    }
}
