using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Security;

/// <summary>Finds passwords and keys that are written into values, variables, ConfigMaps and the environment of containers.</summary>
public sealed class HardcodedCredential : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7002",
        Title = "A credential is written where everyone can read it",
        Message = "{0} has {1} in plain text, so that everyone who can read the repository knows it",
        Category = RuleCategory.Security,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/HardcodedCredential"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        if (resource.Id is { Group: "", Kind: "Secret" } || resource.HasUnknownValues || resource.Root.Contains("sops"))
            return;
        foreach (var found in PlainCredential.Of(resource).Where(found => !found.IsFilledIn))
        {
            context.Report(Descriptor, resource.PlaceOf(found.Value).Within(found.Location), resource.Id.Display, found.Name)
                .WithHelp("take it from a Secret that is encrypted or made elsewhere, and change what is known by now");
        }
    }
}
