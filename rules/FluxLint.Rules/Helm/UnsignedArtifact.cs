using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Helm;

/// <summary>Finds OCI sources whose signatures are not checked.</summary>
public sealed class UnsignedArtifact : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3006",
        Title = "The signature of an artifact is not checked",
        Message = "{0} takes artifacts without checking who signed them",
        MessageForMany = "{0} and {1} more take artifacts without checking who signed them",
        Category = RuleCategory.Helm,
        Severity = Severity.Off,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/UnsignedArtifact"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<OciRepository>(Check);

    private static void Check(ResourceContext context, OciRepository repository)
    {
        if (repository.Verification is not null || context.Resource.HasUnknownValues)
            return;
        context.Report(Descriptor, repository.Url is { } url ? repository.PlaceOf(url) : context.Resource.Place, context.Resource.Id.Display)
            .WithHelp("set 'verify' with the provider that signs it, 'cosign' or 'notation'")
            .WithCause("verify");
    }
}
