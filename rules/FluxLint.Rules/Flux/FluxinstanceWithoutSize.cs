using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Flux;

/// <summary>Finds FluxInstances whose controllers have no size, or that open GitHub with a person's token.</summary>
public sealed class FluxinstanceWithoutSize : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2019",
        Title = "A FluxInstance leaves size or identity to the defaults",
        Message = "{0} sets no '{1}', so {2}",
        Category = RuleCategory.Flux,
        Severity = Severity.Off,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/FluxinstanceWithoutSize"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<FluxInstance>(Check);

    private static void Check(ResourceContext context, FluxInstance instance)
    {
        if (context.Resource.HasUnknownValues)
            return;
        if (instance.Cluster?.Scalar("size") is null)
        {
            context.Report(Descriptor, context.Resource.Place, context.Resource.Id.Display, "cluster.size", "its controllers keep the limits and the concurrency that Flux comes with")
                .WithHelp("set 'cluster.size' to 'small', 'medium' or 'large'");
        }
        if (instance.Sync is { PullSecret: not null, Provider: null, Url: { } url } && SourceAddress.Of(url.Value) is { Scheme: "https", Host: "github.com" })
        {
            context.Report(Descriptor, url, context.Resource.Id.Display, "sync.provider", "it opens GitHub with a token that belongs to a person and expires")
                .WithHelp("set 'sync.provider: github' and keep the key of a GitHub App in the pull secret");
        }
    }
}
