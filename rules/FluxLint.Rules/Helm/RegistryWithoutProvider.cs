using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Rules.Helm;

/// <summary>Finds private registries of clouds that are read without workload identity.</summary>
public sealed class RegistryWithoutProvider : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3005",
        Title = "A registry of a cloud is opened without workload identity",
        Message = "{0} reads a registry of '{1}' without an identity: it has no provider, secretRef or serviceAccountName",
        Category = RuleCategory.Helm,
        Severity = Severity.Info,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/RegistryWithoutProvider"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFlux<OciRepository>((context, source) => Check(context, source, source.Url, source.Provider, source.SecretName));
        registry.OnFlux<HelmRepository>((context, source) =>
        {
            if (source.IsOci)
                Check(context, source, source.Url, source.Provider, source.SecretName);
        });
        registry.OnFlux<ImageRepository>((context, repository) => Check(context, repository, repository.Image, repository.Provider, repository.SecretName));
    }

    private static void Check(ResourceContext context, FluxObject reader, YamlScalar? url, YamlScalar? provider, YamlScalar? secret)
    {
        if (url is null || provider is not null || secret is not null || reader.ServiceAccountName is not null || context.Resource.HasUnknownValues)
            return;
        if (SourceAddress.Of(url.Value).RegistryProvider is not { } cloud)
            return;
        context.Report(Descriptor, url, context.Resource.Id.Display, cloud)
            .WithHelp($"set 'provider: {cloud}'")
            .WithFix(Provider(context, reader.Spec, cloud));
    }

    // A registry of AWS always asks who reads it; one of the others may be open to all, and an identity that does not exist would fail there.
    private static CodeFix? Provider(ResourceContext context, YamlMapping spec, string cloud)
    {
        var change = context.Edit.Set(spec, "provider", cloud);
        return cloud == "aws" ? CodeFix.Safe("Add 'provider: aws'", change) : CodeFix.Unsafe($"Add 'provider: {cloud}'", change);
    }
}
