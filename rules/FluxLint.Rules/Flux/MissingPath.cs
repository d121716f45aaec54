using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Text;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Flux Kustomizations of this repository whose path does not exist.</summary>
public sealed class MissingPath : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2001",
        Title = "The path of a Flux Kustomization does not exist",
        Message = "{0} applies path '{1}', {2}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/MissingPath"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var inventory in context.Cluster.Inventories.Where(inventory => inventory.State == InventoryState.MissingPath))
        {
            if (inventory.Kustomization is not { IsSuspended: false, Resource.HasUnknownValues: false } kustomization)
                continue;
            var nearest = IsLeftOut(context.Repository, inventory) ? null : Nearest(context.Repository, inventory);
            var place = kustomization.Path is { } written ? kustomization.PlaceOf(written) : kustomization.Resource.Place;
            context.Report(Descriptor, place, kustomization.Resource.Id.Display, kustomization.Path?.Value ?? ".", Fault(context.Repository, inventory))
                .WithHelp(Help(kustomization, nearest))
                .WithFix(nearest is null || kustomization.Path is not { } path ? null : CodeFix.Unsafe($"Apply path '{nearest}'", context.Edit.Replace(path, nearest)));
        }
    }

    private static bool IsLeftOut(Repository repository, Inventory inventory) => inventory.Directory is { } directory && repository.DirectoryExists(directory);

    private static string Fault(Repository repository, Inventory inventory)
    {
        if (inventory.Directory is not { } directory)
            return "of which its artifact holds nothing";
        if (IsLeftOut(repository, inventory))
            return "which its source leaves out of the artifact";
        return repository.FileExists(directory) ? "which is a file and not a directory" : "which does not exist in its source";
    }

    private static string? Help(FluxKustomization kustomization, string? nearest)
    {
        if (Suggestion.Of(nearest) is { } suggestion)
            return suggestion.Question;
        return kustomization.Path?.Value.Split('/').Contains("..") == true ? "write the path from the root of the source, which '..' never leaves" : null;
    }

    private static string? Nearest(Repository repository, Inventory inventory)
    {
        if (inventory is not { Directory: { } directory, SourceRoot: { } root })
            return null;
        var nearest = repository.FileExists(directory) ? RepositoryPath.Parent(directory) : repository.NearestDirectory(directory);
        return nearest is null || nearest == root || !RepositoryPath.IsWithin(root, nearest) ? null : $"./{RepositoryPath.Relative(root, nearest)}";
    }
}
