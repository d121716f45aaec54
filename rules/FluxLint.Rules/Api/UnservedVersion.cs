using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

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
        foreach (var (served, clusters) in context.Schemas.FindOther(context.Clusters, context.Resource))
        {
            var finding = context.Report(Descriptor, context.Resource.Root["apiVersion"] ?? context.Resource.Root, id.Display, id.Version, served.Server, served.Versions)
                .WithClusters(clusters)
                .WithHelp(Remedy(id.Version, served));
            if (served.Location is { } location)
                finding.WithRelated(location, served.Reason);
        }
    }

    private static string? Remedy(string version, ServedKind served) => (served.Preferred, served.LaterServer) switch
    {
        (null, null) => null,
        (null, { } later) => $"upgrade: {later} is the first to serve '{version}'",
        ({ } other, null) => $"write the object in version '{other}', whose fields may differ",
        ({ } other, { } later) => $"write the object in version '{other}', whose fields may differ, or upgrade: {later} is the first to serve '{version}'",
    };
}
