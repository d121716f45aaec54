using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Api;

/// <summary>Finds objects of a version that their cluster does not serve: by the definition of their kind, or by the release of Flux or Kubernetes.</summary>
public sealed class UnservedVersion : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5004",
        Title = "An object has a version of its kind that the cluster does not serve",
        Message = "{0} has version '{1}', and {2} serves {3}",
        Category = RuleCategory.Api,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/UnservedVersion"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var id = context.Resource.Id;
        if (id.ApiVersion.Contains('$') || id.Kind.Contains('$'))
            return;
        foreach (var clusters in context.Clusters.GroupBy(cluster => context.Schemas.FindOther(cluster, context.Resource)))
        {
            if (clusters.Key is not { } served)
                continue;
            var finding = context.Report(Descriptor, context.Resource.Root["apiVersion"] ?? context.Resource.Root, id.Display, id.Version, served.Server, served.Versions)
                .WithClusters([.. clusters])
                .WithHelp(served.Preferred is null ? null : $"write the object in version '{served.Preferred}', whose fields may differ");
            if (served.Location is { } location)
                finding.WithRelated(location, served.Reason);
        }
    }
}
