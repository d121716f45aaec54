using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Helm;

/// <summary>Finds releases whose record is kept in another namespace than their workload.</summary>
public sealed class StorageNamespaceMismatch : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3010",
        Title = "Helm keeps its record in another namespace than the release",
        Message = "{0} is installed into '{1}', and Helm keeps its record in '{2}'",
        Category = RuleCategory.Helm,
        Severity = Severity.Info,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/StorageNamespaceMismatch"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFlux<HelmRelease>(Check);

    private static void Check(ResourceContext context, HelmRelease release)
    {
        if (release.TargetNamespace is not { } target || release.StorageNamespace is not null || context.Resource.HasUnknownValues)
            return;
        var own = context.Resource.Id.Namespace;
        if (own.Length == 0 || target.Value == own || target.HasVariable() || own.HasVariable())
            return;
        context.Report(Descriptor, target, context.Resource.Id.Display, target.Value, own)
            .WithHelp($"set 'storageNamespace: {target.Value}' before the first installation")
            .WithFix(CodeFix.Unsafe($"Add 'storageNamespace: {target.Value}'", context.Edit.Set(release.Spec, "storageNamespace", target.Value)));
    }
}
