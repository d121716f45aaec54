using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Rules.Helm;

/// <summary>Finds sources that are read without encryption from outside the cluster.</summary>
public sealed class InsecureSource : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3004",
        Title = "A source is read over plain HTTP",
        Message = "{0} reads '{1}' over plain HTTP, so that anyone on the way can change what the cluster runs",
        Category = RuleCategory.Helm,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/InsecureSource"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFlux<Source>((context, source) => Check(context, source.Url, source.Insecure));
        registry.OnFlux<ImageRepository>((context, repository) => Check(context, repository.Image, repository.Insecure));
        registry.OnFlux<FluxInstance>((context, instance) => Check(context, instance.Sync?.Url, insecure: null));
    }

    private static void Check(ResourceContext context, YamlScalar? url, YamlScalar? insecure)
    {
        if (url is null || context.Resource.HasUnknownValues)
            return;
        // What stays in the cluster's own network is its own affair.
        var address = SourceAddress.Of(url.Value);
        if (address.IsInCluster || address.Host.HasVariable() || address.Scheme.HasVariable())
            return;
        if (address.Scheme == "http")
            Report(url).WithHelp("write 'https://'").WithFix(CodeFix.Unsafe("Use HTTPS", context.Edit.Replace(url, "https" + url.Value[4..])));
        else if (insecure is { Kind: ScalarKind.Boolean, CanonicalValue: "true" } && address.Scheme != "https")
            Report(insecure).WithHelp("take 'insecure' out");

        Finding Report(YamlScalar cause) => context.Report(Descriptor, cause, context.Resource.Id.Display, url.Value);
    }
}
