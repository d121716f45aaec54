using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds clusters that do not include the overlays that their class requires.</summary>
public sealed class MissingOverlay : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8001",
        Title = "A cluster lacks an overlay that its class requires",
        Message = "cluster '{0}' does not include {1}, which class '{2}' requires",
        Category = RuleCategory.Fleet,
        Severity = Severity.Error,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/MissingOverlay"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        if (context.Cluster.Class is not { Requires.IsEmpty: false } @class)
            return;
        // One that does not exist is a mistake in the configuration, and reported there.
        var missing = context.Cluster.MissingRequirements.Where(required => context.Repository.DirectoryExists(required.Value) && !IsMisspelt(context.Cluster, required.Value)).ToList();
        if (missing.Count == 0 || MayHide(context))
            return;
        var paths = missing.Select(required => RepositoryPath.Relative(context.Cluster.Directory, required.Value)).ToList();
        var finding = context.Report(Descriptor, Place(context), context.Cluster.Name, string.Join(" and ", missing.Select(required => $"'{required.Value}'")), @class.Name.Value)
            .WithHelp($"add {string.Join(" and ", paths.Select(path => $"'- {path}'"))} to the resources of {KustomizationPath(context)}")
            .WithFix(Include(context, paths));
        foreach (var required in missing)
            finding.WithRelated(required.Location, "required here");
    }

    private static CodeFix? Include(ClusterContext context, List<string> paths)
    {
        if (context.Graph.Kustomization(context.Cluster.Directory) is not { } kustomization)
            return null;
        var title = $"Add {string.Join(" and ", paths.Select(path => $"'{path}'"))} to the resources";
        return kustomization.Field("resources") is YamlSequence resources
            ? CodeFix.Safe(title, [.. paths.Select(path => context.Edit.AddItem(resources, path))])
            : CodeFix.Safe(title, context.Edit.Set(kustomization.Root, ResourcesKey(kustomization)?.Value ?? "resources", string.Join('\n', paths.Select(path => $"- {path}"))));
    }

    /// <summary>Whether an entry that leads nowhere most likely means the overlay: then that is what is reported, and fixed.</summary>
    private static bool IsMisspelt(Cluster cluster, string required) =>
        cluster.Renderings.Any(rendering => rendering.Problems.Any(problem => problem.Nearest is { } nearest && RepositoryPath.Combine(rendering.Directory, nearest) == required));

    /// <summary>Whether the overlay may be there out of sight: in a kustomization that cannot be read, or behind a path that Flux finds out later.</summary>
    private static bool MayHide(ClusterContext context) =>
        (context.Repository.KustomizationFile(context.Cluster.Directory) is { } path && context.Repository.Tree(path) is not { IsBroken: false })
        || context.Cluster.Resources.Any(MayLeadAnywhere);

    private static bool MayLeadAnywhere(Resource resource) =>
        resource.Id is { Group: "fluxcd.controlplane.io", Kind: "ResourceSet" }
        || (FluxKustomization.Of(resource) is { } kustomization
            && (kustomization.SourceKind == "ExternalArtifact" || kustomization.Path?.Value.HasVariable() == true));

    private static Location Place(ClusterContext context)
    {
        if (context.Graph.Kustomization(context.Cluster.Directory) is not { } kustomization)
            return Location.OfPath(context.Cluster.Directory);
        return ResourcesKey(kustomization)?.Location ?? Location.OfFile(kustomization.Tree.Source);
    }

    private static YamlScalar? ResourcesKey(Kustomization kustomization) =>
        kustomization.Root.Entries.Where(entry => string.Equals(entry.Name, "resources", StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Key as YamlScalar).FirstOrDefault();

    private static string KustomizationPath(ClusterContext context) =>
        $"'{context.Repository.KustomizationFile(context.Cluster.Directory) ?? RepositoryPath.Combine(context.Cluster.Directory, "kustomization.yaml")}'";
}
