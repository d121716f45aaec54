using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Flux;

/// <summary>Finds references to sources that the cluster does not declare.</summary>
public sealed class DanglingSourceRef : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2002",
        Title = "A reference to a source that is not declared",
        Message = "{0} refers to {1} '{2}' in namespace '{3}', {4}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/DanglingSourceRef"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var referring in context.Cluster.OwnObjects)
        {
            // What cannot be rendered may set it.
            if (referring.Resource.HasUnknownValues)
                continue;
            foreach (var reference in referring.SourceReferences)
                Check(context, referring, FluxObjects.KeyOf(reference), reference.Node);
            if (referring is ImagePolicy { Repository: { } repository })
                Check(context, referring, FluxObjects.KeyOf(repository), repository.Node);
        }
    }

    private static void Check(ClusterContext context, FluxObject referring, ObjectKey? asked, YamlMapping reference)
    {
        if (asked is not { } key || context.Cluster.FluxObjects.Find(key) is not { Availability: Availability.Absent } answer)
            return;
        // Where a kustomization moved what is meant, the move is the cause, and a finding of its own.
        if (reference.Scalar("namespace") is not null && context.Cluster.FindMoved(key) is not null)
            return;
        var finding = context.Report(Descriptor, Place(referring, reference, key, answer), referring.Resource.Id.Display, key.Kind, key.Name, key.Namespace, answer.Difference(key))
            .WithFix(Fix(context, referring, reference, key, answer));
        if (answer.Meant is not { } meant)
            return;
        finding.WithRelated(meant.Location, $"{meant.Id.Display} is declared here");
        if (meant.Id.Name != key.Name)
            finding.WithHelp(new Suggestion(meant.Id.Name).Question);
    }

    private static Place Place(FluxObject referring, YamlMapping reference, ObjectKey key, FluxObjectAnswer answer) => referring.PlaceOf(answer.Meant?.Id switch
    {
        { Kind: var kind } when kind != key.Kind => reference["kind"] ?? reference,
        { Name: var name } when name == key.Name => reference["namespace"] ?? reference["name"] ?? reference,
        _ => reference["name"] ?? reference,
    });

    // Unsafe: what is near is a guess about intent.
    private static CodeFix? Fix(ClusterContext context, FluxObject referring, YamlMapping reference, ObjectKey key, FluxObjectAnswer answer)
    {
        if (answer.Meant?.Id is not { } meant)
            return null;
        if (meant.Kind != key.Kind)
            return referring is FluxKustomization && meant.Kind is "GitRepository" or "OCIRepository" or "Bucket" ? CodeFix.Unsafe($"Refer to {meant.Display}", context.Edit.Set(reference, "kind", meant.Kind)) : null;
        if (meant.Name != key.Name)
            return reference.Scalar("name") is { } name ? CodeFix.Unsafe($"Refer to '{meant.Name}'", context.Edit.Replace(name, meant.Name)) : null;
        // Their sources are in their own namespace.
        return referring is Source ? null : CodeFix.Unsafe($"Refer to namespace '{meant.Namespace}'", context.Edit.Set(reference, "namespace", meant.Namespace));
    }
}
