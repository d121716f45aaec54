using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Security;

/// <summary>Finds patches that switch off what their base does to harden its pods.</summary>
public sealed class OverlayWeakensBase : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7007",
        Title = "An overlay makes a hardened workload less safe",
        Message = "'{0}' of {1} of {2} is '{3}' here, and '{4}' in its base",
        Category = RuleCategory.Security,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/OverlayWeakensBase"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        foreach (var (field, before) in Weakened(context.Resource))
        {
            context.Report(Descriptor, field.Value, field.Name, field.Subject, context.Resource.Id.Display, field.Value.Value, before.Value)
                .WithRelated(before.Location, "the base has it so");
        }
    }

    /// <summary>The fields of a workload that are less safe than they were, and what they were.</summary>
    internal static IEnumerable<(HardenedField Field, YamlScalar Before)> Weakened(Resource resource)
    {
        if (resource.HasUnknownValues || resource.Pods is not { } pod)
            yield break;
        foreach (var field in HardenedField.Of(pod).Where(field => field.IsOff))
        {
            // The latest safe value is the one that was switched off.
            if (resource.PlaceOf(field.Value).Earlier.OfType<YamlScalar>().FirstOrDefault(field.IsOnWith) is { } before)
                yield return (field, before);
        }
    }
}
