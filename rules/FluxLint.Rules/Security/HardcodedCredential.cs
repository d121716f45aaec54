using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Security;

/// <summary>Finds passwords and keys that are written into values, variables, ConfigMaps and the environment of containers.</summary>
public sealed class HardcodedCredential : Rule
{
    // Below these a name says where a credential is, and not what it is.
    private static readonly string[] OfReferences = ["ref", "refs", "secret", "secrets", "keys", "secretkeys", "valuefrom", "mapping", "mappings", "properties", "labels", "annotations", "matchlabels", "secretstore"];

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

    public override void Register(RuleRegistry registry)
    {
        registry.OnResource("", "ConfigMap", context => Check(context, context.Resource.Root["data"]));
        registry.OnResource(HelmRelease.Group, HelmRelease.Kind, context => Check(context, HelmRelease.Of(context.Resource)?.Values));
        registry.OnFlux<FluxKustomization>((context, kustomization) => Check(context, kustomization.Substitute));
        registry.OnResource(context =>
        {
            foreach (var container in PodTemplate.Of(context.Resource.Id, context.Resource.Root)?.Containers ?? [])
            {
                Check(context, container.Node["env"]);
                Check(context, container.Node["command"]);
                Check(context, container.Node["args"]);
            }
        });
    }

    private static void Check(ResourceContext context, YamlNode? node)
    {
        if (node is not null && !context.Resource.HasUnknownValues && !context.Resource.Root.Contains("sops"))
            Visit(context, "", node);
    }

    private static void Visit(ResourceContext context, string name, YamlNode node)
    {
        switch (node)
        {
            // A variable of a container, in a manifest or in values.
            case YamlMapping { Entries.Length: 2 } variable when variable.Scalar("name") is { } named && variable.Scalar("value") is { } value:
                Visit(context, named.Value, value);
                break;
            case YamlMapping mapping when !OfReferences.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase)):
                foreach (var entry in mapping.Entries)
                    Visit(context, entry.Name ?? "", entry.Value);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                    Visit(context, name, item);
                break;
            case YamlScalar { IsNull: false } scalar when Found(name, scalar) is { } found:
                context.Report(Descriptor, scalar, context.Resource.Id.Display, found).WithHelp("take it from a Secret that is encrypted or made elsewhere, and change what is known by now");
                break;
        }
    }

    private static string? Found(string name, YamlScalar scalar)
    {
        var value = scalar.Value;
        if (scalar.Derivation is { Step: ProvenanceStep.Substitution or ProvenanceStep.Input })
            return null;
        if (SecretText.HasKey(value))
            return name.Length == 0 ? "a credential" : $"a credential in '{name}'";
        if (!SecretName.MayBe(name) || value.Length > 512 || SecretText.IsHarmless(value) || value.Any(char.IsWhiteSpace))
            return null;
        // What is named like a credential is the name of one, and so is a path.
        var isPassword = SecretName.IsOfPassword(name) && !IsName(value);
        return isPassword || (SecretName.IsOfKey(name) && SecretText.LooksRandom(value)) ? $"'{name}'" : null;
    }

    private static bool IsName(string value) =>
        value[0] is '/' or '.' or '$' || value.Contains("://", StringComparison.Ordinal)
        || new[] { "pass", "secret", "token", "key", "cred" }.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase));
}
