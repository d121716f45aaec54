using System.Collections.Immutable;
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
        var found = AdmissionRefusal.In(context.Fleet, out var unfinished);
        // What is refused in one place is one finding.
        foreach (var refusals in found.GroupBy(refusal => (refusal.Place.Location, refusal.Place.Resource)))
        {
            ImmutableArray<AdmissionRefusal> all = [.. refusals.OrderByDescending(refusal => refusal.Severity)];
            var (place, policy) = (all[0].Place, all[0].Policy.Id.Display);
            var messages = all.GroupBy(refusal => refusal.Policy.Id.Display).Select(alike => Message(alike, isFirst: alike.Key == policy));
            context.Report(Descriptor, place, policy, place.Resource.Id.Display, string.Join("; ", messages))
                .WithSeverity(all[0].Severity)
                .WithRelated([.. all.Select(refusal => new RelatedLocation(refusal.Validation, "the validation")).Distinct()])
                .WithClusters([.. all.SelectMany(refusal => refusal.Clusters).Distinct()]);
        }
        if (unfinished is not null)
            context.Report(Limit, unfinished.Place, $"{unfinished.Id.Display} takes too long: neither it nor what comes after it is held against all objects").WithSeverity(Severity.Warning);
    }

    private static string Message(IGrouping<string, AdmissionRefusal> refusals, bool isFirst)
    {
        var messages = string.Join("; ", refusals.Select(refusal => refusal.Message).Distinct());
        return isFirst ? messages : $"{refusals.Key} refuses it as well: {messages}";
    }
}
