using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Helm;

/// <summary>Finds values that a release takes from a ConfigMap or Secret that its cluster does not have, or not under that key.</summary>
public sealed class MissingValuesSource : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3012",
        Title = "Values come from an object or key that is not there",
        Message = "{0} takes values from {1}",
        Category = RuleCategory.Helm,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/MissingValuesSource"),
        Fix = FixSafety.Unsafe,
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var resource in context.Cluster.Resources)
        {
            if (HelmRelease.Of(resource) is not { } release || resource.HasUnknownValues || !context.Cluster.Keeps(resource))
                continue;
            foreach (var reference in release.ValuesFrom)
            {
                // The controller passes over what is optional, a missing key included.
                if (reference is { IsOptional: false, Kind: "ConfigMap" or "Secret", Name: { } name })
                    Check(context, release, reference, name, context.Model.Provisions.FindData(reference.Kind, resource.Id.Namespace, name.Value));
            }
        }
    }

    private static void Check(ClusterContext context, HelmRelease release, ValuesReference reference, YamlScalar name, ProvisionAnswer answer)
    {
        var id = release.Resource.Id;
        if (answer.Availability == Availability.Absent)
        {
            var finding = context.Report(Descriptor, release.PlaceOf(name), id.Display, $"{reference.Kind} '{name.Value}', which nothing in the cluster makes in namespace '{id.Namespace}'");
            finding.WithHelp(answer.Remedy).WithFix(Rename(context, name, answer));
            if (answer.Evidence is { } evidence)
                finding.WithRelated([evidence]);
        }
        else if (answer.Data is { Keys: { } keys } data && !keys.Contains(reference.ValuesKey) && !reference.ValuesKey.HasVariable())
        {
            var nearest = NearestName.Find(reference.ValuesKey, keys);
            context.Report(Descriptor, release.PlaceOf(reference.KeyNode ?? name), id.Display, $"the key '{reference.ValuesKey}' of {reference.Kind} '{name.Value}', which does not have it")
                .WithHelp(nearest is not null ? $"write 'valuesKey: {nearest}'" : keys is [var only] ? $"its one key is '{only}'" : null)
                .WithRelated(data.Location, $"{reference.Kind} '{name.Value}' is made here")
                .WithFix(nearest is null ? null : CodeFix.Unsafe($"Take the key '{nearest}'", context.Edit.Set(reference.Node, "valuesKey", nearest)));
        }
    }

    // Unsafe: a near name is a guess.
    private static CodeFix? Rename(ClusterContext context, YamlScalar name, ProvisionAnswer answer) =>
        answer.Correction is { } correction ? CodeFix.Unsafe($"Write '{correction}'", context.Edit.Replace(name, correction)) : null;
}
