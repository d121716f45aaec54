using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Rules.Api;

/// <summary>Finds names, namespaces, labels and annotation keys that the API server refuses.</summary>
public sealed class InvalidName : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5007",
        Title = "The API server refuses a name or a label",
        Message = "the API server refuses {0}: its {1} '{2}' {3}",
        Category = RuleCategory.Api,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/InvalidName"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        // What cannot be rendered may put a right name in place of a placeholder.
        if (resource.HasUnknownValues || resource.Root.Mapping("metadata") is not { } metadata)
            return;
        if (metadata.Scalar("name") is { } name)
            Check(context, "name", name, resource.Id.NameProblem(context.Configuration.KubernetesVersion?.Version));
        if (metadata.Scalar("namespace") is { Value.Length: > 0 } @namespace)
            Check(context, "namespace", @namespace, NameSyntax.DnsLabel(@namespace.Value));
        foreach (var described in Workload.TemplateMetadata(resource.Id, resource.Root).Prepend(metadata))
            CheckMetadata(context, described);
    }

    private static void CheckMetadata(ResourceContext context, YamlMapping metadata)
    {
        foreach (var (key, value) in metadata.Mapping("labels")?.Entries ?? [])
        {
            if (key is YamlScalar label)
                Check(context, "label", label, NameSyntax.LabelKey(label.Value));
            if (value is YamlScalar { IsNull: false } text)
                Check(context, "label value", text, NameSyntax.LabelValue(text.Value));
        }
        foreach (var entry in metadata.Mapping("annotations")?.Entries ?? [])
        {
            if (entry.Key is YamlScalar annotation)
                Check(context, "annotation", annotation, NameSyntax.AnnotationKey(annotation.Value));
        }
    }

    private static void Check(ResourceContext context, string what, YamlScalar node, string? problem)
    {
        if (problem is not null && !node.Value.HasVariable())
            context.Report(Descriptor, node, context.Resource.Id.Display, what, node.Value, problem);
    }
}
