using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Security;

/// <summary>Finds Secrets, written or generated, whose content is in the repository for everyone to read.</summary>
public sealed class PlaintextSecret : Rule
{
    private const int MostNamed = 2;

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7001",
        Title = "A Secret is not encrypted",
        Message = "{0} has {1} in plain text, so that everyone who can read the repository knows it",
        Category = RuleCategory.Security,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/PlaintextSecret"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource("", "Secret", Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        // What Helm keeps is no manifest, and the API server fills in what it makes for accounts.
        if (resource.Root.Contains("sops") || resource.IsEncrypted || resource.Root.Text("type") is "helm.sh/release.v1" or "kubernetes.io/service-account-token")
            return;
        // What Flux fills in comes from elsewhere.
        var plain = PlainCredential.Of(resource).Where(found => !found.IsFilledIn).ToList();
        if (plain.Count == 0)
            return;
        var more = plain.Count - MostNamed;
        var names = string.Join(more > 0 ? ", " : " and ", plain.Take(MostNamed).Select(found => found.Name)) + (more > 0 ? $" and {more} more" : "");
        context.Report(Descriptor, plain[0].Key, resource.Id.Display, names)
            .WithHelp("encrypt it with SOPS, have an ExternalSecret or SealedSecret make it, and change what is known by now");
    }
}
