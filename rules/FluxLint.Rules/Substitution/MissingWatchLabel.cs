using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Substitution;

/// <summary>Finds ConfigMaps and Secrets that feed Flux objects, and whose changes Flux does not watch.</summary>
public sealed class MissingWatchLabel : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX4005",
        Title = "Flux does not watch a ConfigMap or Secret that it reads",
        Message = "{0} feeds {1}, which learns of a change only when its interval is over",
        Category = RuleCategory.Substitution,
        Severity = Severity.Info,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Substitution/MissingWatchLabel"),
    };

    private const string Label = "reconcile.fluxcd.io/watch";
    private const string Watched = "Enabled";

    /// <summary>The version of Flux from which controllers watch what has the label (helm-controller and kustomize-controller, <c>--watch-configs-label-selector</c>).</summary>
    private static readonly Version Since = new(2, 7);

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        if (context.Cluster.Release is { } flux && flux.Version < Since)
            return;
        foreach (var resource in context.Cluster.Inventories.Where(inventory => !inventory.IsRemote).SelectMany(inventory => inventory.Resources))
        {
            foreach (var reference in References(resource))
            {
                var data = context.Model.Provisions.FindData(reference.Kind, reference.Namespace, reference.Name).Data;
                if (data is not { IsManifest: true, Origin: { HasUnknownValues: false } origin } || IsRenamedByContent(origin) || IsWatched(origin))
                    continue;
                context.Report(Descriptor, origin.Place, origin.Id.Display, resource.Id.Display)
                    .WithHelp($"add the label '{Label}: {Watched}'{(IsGenerated(origin) ? " in the options of the generator" : "")}")
                    .WithFix(Add(context, origin));
            }
        }
    }

    private static IEnumerable<ObjectKey> References(Resource resource) => FluxObject.Of(resource) switch
    {
        FluxKustomization kustomization => from reference in kustomization.SubstituteFrom
                                           where reference is { Kind: not null, Name: not null }
                                           select new ObjectKey("", reference.Kind ?? "", resource.Id.Namespace, reference.Name?.Value ?? ""),
        HelmRelease release => from reference in release.ValuesFrom
                               where reference is { Kind: not null, Name: not null }
                               select new ObjectKey("", reference.Kind ?? "", resource.Id.Namespace, reference.Name?.Value ?? ""),
        _ => [],
    };

    private static bool IsGenerated(Resource origin) => Repository.IsKustomizationFile(origin.Path);

    /// <summary>Whether a new content gives a new name, so that the reference changes with it.</summary>
    private static bool IsRenamedByContent(Resource origin) => origin.Root.At("metadata", "name")?.Derivation?.Step == ProvenanceStep.ContentHash;

    private static bool IsWatched(Resource origin) => origin.Root.At("metadata", "labels", Label) is YamlScalar { Value: Watched };

    private static CodeFix? Add(ClusterContext context, Resource origin) => IsGenerated(origin) || origin.Root.Mapping("metadata") is not { } metadata
        ? null
        : CodeFix.Safe($"Add the label '{Label}'", metadata.Mapping("labels") is { } labels
            ? context.Edit.Set(labels, Label, Watched)
            : context.Edit.Set(metadata, "labels", $"{Label}: {Watched}"));
}
