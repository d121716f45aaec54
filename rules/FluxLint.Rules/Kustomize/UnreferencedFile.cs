using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Rules.Flux;
using FluxLint.Syntax;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds manifests and overlays that no kustomization and no Flux path reaches.</summary>
public sealed class UnreferencedFile : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1002",
        Title = "A manifest or overlay is reached by no kustomization and no Flux path",
        Message = "no kustomization and no Flux path reaches '{0}'",
        MessageForMany = "no kustomization and no Flux path reaches '{0}' and {1} more of its directory",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/UnreferencedFile"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        if (context.Graph.Directories.IsEmpty)
            return;
        var reached = new ReachedPaths(context);
        // Where clusters start outside of the repository, so does what takes its directories.
        var areStartsKnown = context.Fleet.Clusters.Any(cluster => !cluster.IsGuessed);
        foreach (var directory in context.Graph.Directories.Where(directory => areStartsKnown && !reached.Contains(directory)))
        {
            if (context.Graph.Kustomization(directory) is { } kustomization)
                context.Report(Descriptor, Start(kustomization), directory).WithHelp("Include the directory where it is needed, or delete it");
        }
        foreach (var file in context.Repository.YamlFiles.Where(file => IsNearKustomization(context.Graph, file) && !reached.Contains(file)))
        {
            if (OrphanFluxKustomization.SpeaksOf(context, file) || FirstObject(context.Repository, file) is not { } first)
                continue;
            var finding = context.Report(Descriptor, first.Place, file).WithHelp($"Add it to the kustomization in '{Enclosing(context.Graph, file)}', or delete it");
            // What no kustomization of its own takes was forgotten together.
            if (RepositoryPath.Parent(file) is var directory && context.Graph.Kustomization(directory) is null)
                finding.WithCause(directory);
        }
    }

    private static Location Start(Kustomization kustomization) =>
        kustomization.Root.Entries is [var first, ..] ? first.Key.Location : Location.OfFile(kustomization.Tree.Source);

    /// <summary>A lone manifest far from every kustomization may be meant for other hands: an example, a tool's input.</summary>
    private static bool IsNearKustomization(KustomizationGraph graph, string file) =>
        !Repository.IsKustomizationFile(file) && Enclosing(graph, file) is not null;

    /// <summary>The nearest directory upwards that has a kustomization; the root counts for its own files alone.</summary>
    private static string? Enclosing(KustomizationGraph graph, string file)
    {
        var directory = RepositoryPath.Parent(file);
        while (directory.Length > 0 && graph.Kustomization(directory) is null)
            directory = RepositoryPath.Parent(directory);
        if (directory.Length > 0)
            return directory;
        return !file.Contains('/') && graph.Kustomization("") is not null ? "." : null;
    }

    /// <summary>The first Kubernetes object of a file; null when it holds none, or what it holds is encrypted.</summary>
    private static Resource? FirstObject(Repository repository, string file)
    {
        var roots = repository.Tree(file)?.Documents.Select(document => document.Expanded).OfType<YamlMapping>().ToList() ?? [];
        return roots.Exists(root => root.Contains("sops")) ? null : roots.Where(IsObject).Select(Resource.Of).FirstOrDefault();
    }

    private static bool IsObject(YamlMapping root) =>
        root.Text("kind") is not null
        && root.Entries.Any(entry => string.Equals(entry.Name, "apiVersion", StringComparison.OrdinalIgnoreCase))
        && root.At("metadata", "name") is YamlScalar;
}
