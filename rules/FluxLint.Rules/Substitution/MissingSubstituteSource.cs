using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Rules.Substitution;

/// <summary>Finds Kustomizations that take variables from a ConfigMap or Secret which the cluster does not have.</summary>
public sealed class MissingSubstituteSource : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX4002",
        Title = "Variables come from a ConfigMap or Secret that is not there",
        Message = "Kustomization '{0}' takes variables from {1} '{2}', which nothing provides in namespace '{3}'",
        Category = RuleCategory.Substitution,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Substitution/MissingSubstituteSource"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var kustomization in context.Cluster.Inventories.Select(inventory => inventory.Kustomization).OfType<FluxKustomization>())
        {
            foreach (var reference in kustomization.SubstituteFrom.Where(reference => !reference.IsOptional))
            {
                if (reference is not { Kind: { } kind, Name: { } name })
                    continue;
                var id = kustomization.Resource.Id;
                var answer = context.Model.Provisions.FindData(kind, id.Namespace, name.Value);
                if (answer.Availability != Availability.Absent)
                    continue;
                var finding = context.Report(Descriptor, kustomization.PlaceOf(name), id.Name, kind, name.Value, id.Namespace).WithHelp(answer.Remedy).WithFix(Nearest(context, name, answer));
                if (answer.Evidence is { } evidence)
                    finding.WithRelated([evidence]);
            }
        }
    }

    // Unsafe: a close name is a guess about intent.
    private static CodeFix? Nearest(ClusterContext context, YamlScalar name, ProvisionAnswer answer) =>
        answer.Correction is { } nearest ? CodeFix.Unsafe($"Refer to '{nearest}'", context.Edit.Replace(name, nearest)) : null;
}
