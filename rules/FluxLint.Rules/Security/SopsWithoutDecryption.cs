using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Security;

/// <summary>Finds encrypted objects that the Kustomization which applies them does not decrypt.</summary>
/// <remarks>kustomize-controller refuses an encrypted Secret (kustomization_controller.go), the API server the field <c>sops</c> of a ConfigMap.</remarks>
public sealed class SopsWithoutDecryption : Rule
{
    private const string Decrypt = "kustomize.toolkit.fluxcd.io/decrypt";

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7003",
        Title = "An encrypted object that nothing decrypts",
        Message = "{0} is encrypted with SOPS, and {1} does not say how to decrypt it, so that nothing of it is applied",
        Category = RuleCategory.Security,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/SopsWithoutDecryption"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var inventory in context.Cluster.Inventories)
        {
            if (inventory.Kustomization is not { Decryption: null, IsSuspended: false, Resource.HasUnknownValues: false } kustomization)
                continue;
            foreach (var resource in inventory.Resources)
            {
                if (resource.Root.KeyOf("sops") is { } sops && IsRefused(resource))
                {
                    context.Report(Descriptor, resource.PlaceOf(sops), resource.Id.Display, kustomization.Resource.Id.Display)
                        .WithHelp("set 'spec.decryption'")
                        .WithRelated(kustomization.Resource.Location, $"{kustomization.Resource.Id.Display} applies it");
                }
            }
        }
    }

    private static bool IsRefused(Resource resource) =>
        resource.Id is { Group: "", Kind: "Secret" or "ConfigMap" }
        && (resource.Root.At("metadata", "annotations", Decrypt) as YamlScalar)?.Value.Equals("disabled", StringComparison.OrdinalIgnoreCase) != true;
}
