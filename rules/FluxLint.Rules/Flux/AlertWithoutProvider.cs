using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Flux;

/// <summary>Finds alerts and receivers that name objects which the cluster does not have.</summary>
public sealed class AlertWithoutProvider : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2015",
        Title = "An Alert or Receiver names something that the cluster does not have",
        Message = "{0} {1} {2} '{3}' in namespace '{4}', {5}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/AlertWithoutProvider"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var referring in context.Cluster.OwnObjects.Where(flux => !flux.Resource.HasUnknownValues))
        {
            if (referring is Alert alert)
            {
                if (alert.ProviderName is { } provider)
                    Check(context, alert, "sends to", provider, new(FluxGroups.Notification, "Provider", alert.Resource.Id.Namespace, provider.Value));
                CheckAll(context, alert, "watches", alert.EventSources);
            }
            else if (referring is Receiver receiver)
            {
                CheckAll(context, receiver, "triggers", receiver.Targets);
            }
        }
    }

    private static void CheckAll(ClusterContext context, FluxObject referring, string verb, IEnumerable<ObjectReference> references)
    {
        foreach (var reference in references)
        {
            if (reference.Name is { } name && FluxObjects.KeyOf(reference) is { } key)
                Check(context, referring, verb, name, key);
        }
    }

    private static void Check(ClusterContext context, FluxObject referring, string verb, YamlScalar name, ObjectKey key)
    {
        if (context.Cluster.FluxObjects.Find(key) is not { Availability: Availability.Absent } answer)
            return;
        var finding = context.Report(Descriptor, referring.PlaceOf(name), referring.Resource.Id.Display, verb, key.Kind, key.Name, key.Namespace, answer.Difference(key));
        if (answer.Meant is not { } meant)
            return;
        finding.WithRelated(meant.Location, $"{meant.Id.Display} is declared here");
        // Unsafe: a close name is a guess about intent.
        if (meant.Id.Name != key.Name)
            finding.WithHelp(new Suggestion(meant.Id.Name).Question).WithFix(CodeFix.Unsafe($"Name '{meant.Id.Name}'", context.Edit.Replace(name, meant.Id.Name)));
    }
}
