using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Kustomize;

/// <summary>The files and directories that something reaches, or might reach.</summary>
internal sealed class ReachedPaths
{
    private static readonly string[] ForOthers = ["docs", "doc", "examples", "example", "samples", "hack", "test", "tests", "testdata"];

    private readonly RepositoryContext context;
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private readonly List<string> trees = [];
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly HashSet<string> expanded = new(StringComparer.Ordinal);
    private readonly HashSet<string> segments = new(StringComparer.Ordinal);

    public ReachedPaths(RepositoryContext context)
    {
        this.context = context;
        AddKustomizations();
        AddClusters();
        foreach (var file in context.Repository.YamlFiles)
            AddObjects(file);
        foreach (var resource in context.Fleet.Resources)
            AddObject(resource.Resource.Root);
    }

    /// <summary>Whether something reaches a path, might reach it, or leaves it out knowingly.</summary>
    public bool Contains(string path) =>
        reached.Contains(path)
        || trees.Exists(tree => RepositoryPath.IsWithin(tree, path))
        || IsInOpen(path)
        || segments.Contains(path.Split('/')[0])
        || path.Split('/').Any(part => part.StartsWith('.'))
        || IsForOthers(path)
        || IsInChart(path)
        || IsNamedAbove(path);

    private void AddKustomizations()
    {
        foreach (var directory in context.Graph.Directories)
        {
            foreach (var reference in context.Graph.References(directory))
            {
                reached.Add(reference.Path);
                // Its owner means everything in it, even though the build is refused.
                if (reference.Kind == ReferenceKind.Directory && context.Graph.Kustomization(reference.Path) is null)
                    trees.Add(reference.Path);
            }
            // A misspelt entry is one mistake, and the file that it means is not a second one.
            var missing = context.Graph.References(directory).Where(reference => reference.Kind == ReferenceKind.Missing);
            reached.UnionWith(missing.Take(KustomizationGraph.MostGuesses).Select(reference => context.Repository.NearestPath(reference.Path)).OfType<string>());
            if (context.Graph.Kustomization(directory) is { } kustomization)
                reached.UnionWith(kustomization.Tree.Comments.Select(comment => Entry(directory, comment.Text)).OfType<string>());
        }
        foreach (var file in context.Renderings.SelectMany(rendering => rendering.Files))
            reached.Add(file);
    }

    /// <summary>The path that an entry which is commented out names.</summary>
    private static string? Entry(string directory, string comment) =>
        RepositoryPath.Combine(directory, comment.TrimStart('-', ' ').Replace("path:", "", StringComparison.Ordinal).Split('#')[0].Trim(' ', '"', '\''));

    private void AddClusters()
    {
        var entries = context.Fleet.Clusters.Select(cluster => cluster.Directory).ToHashSet(StringComparer.Ordinal);
        // What stands beside a cluster is most likely one that was bootstrapped by other means.
        var parents = entries.Where(entry => entry.Contains('/')).Select(RepositoryPath.Parent).ToHashSet(StringComparer.Ordinal);
        trees.AddRange(context.Repository.Directories.Where(directory => !entries.Contains(directory) && parents.Contains(RepositoryPath.Parent(directory)) && directory.Contains('/')));
        reached.UnionWith(context.Fleet.Clusters.SelectMany(cluster => cluster.Renderings).Select(rendering => rendering.Directory));
        reached.UnionWith(context.Renderings.SelectMany(rendering => rendering.Inputs).Select(rendering => rendering.Directory));
    }

    private void AddObjects(string file)
    {
        // Of other groups no object names a path.
        if (context.Repository.Tree(file) is not { } tree || !(Mentions(tree, "fluxcd") || Mentions(tree, "argoproj")))
            return;
        foreach (var root in tree.Documents.Select(document => document.Expanded).OfType<YamlMapping>())
            AddObject(root);
    }

    private static bool Mentions(YamlTree tree, string group) => tree.Source.Text.Contains(group, StringComparison.Ordinal);

    private void AddObject(YamlMapping root)
    {
        var id = ResourceId.Of(root);
        if (id is { Group: FluxKustomization.Group, Kind: "Kustomization" })
            AddPath((root.At("spec", "path") as YamlScalar)?.Value);
        else if (id is { Group: "fluxcd.controlplane.io", Kind: "FluxInstance" })
            AddPath((root.At("spec", "sync", "path") as YamlScalar)?.Value);
        else if (id is { Group: "fluxcd.controlplane.io" or "source.extensions.fluxcd.io" or "argoproj.io" })
            AddMentions(root);
    }

    private void AddPath(string? written)
    {
        if (written is null)
            return;
        if (RepositoryPath.Normalize(written.TrimStart('/')) is not { } path)
            return;
        if (written.Contains("${", StringComparison.Ordinal))
            AddVariablePath(path);
        else if (context.Repository.KustomizationFile(path) is null)
            trees.Add(path);
        else
            reached.Add(path);
    }

    /// <summary>A path with variables may take each directory that some values make of it, and no file that a kustomization there leaves out.</summary>
    private void AddVariablePath(string path)
    {
        if (!expanded.Add(path))
            return;
        var pattern = new VariablePath(path);
        foreach (var directory in context.Repository.Directories.Where(pattern.MayBe))
            (context.Repository.KustomizationFile(directory) is null ? open : reached).Add(directory);
    }

    /// <summary>Whether a path lies below a directory that may be taken, and no kustomization on the way leaves it out.</summary>
    private bool IsInOpen(string path)
    {
        for (var directory = path; open.Count > 0; directory = RepositoryPath.Parent(directory))
        {
            if (open.Contains(directory))
                return true;
            if (directory.Length == 0 || (directory != path && context.Graph.Kustomization(directory) is { IsComponent: false }))
                return false;
        }
        return false;
    }

    /// <summary>Objects that make others may take any directory whose name they hold.</summary>
    private void AddMentions(YamlNode node)
    {
        if (node is YamlScalar scalar)
            segments.UnionWith(scalar.Value.Split('/', ' ', '"', '\n'));
        foreach (var child in node is YamlMapping mapping ? mapping.Entries.Select(entry => entry.Value) : (node as YamlSequence)?.Items ?? [])
            AddMentions(child);
    }

    /// <summary>Whether a directory without a kustomization has a name that tells of examples or tests, which no cluster takes.</summary>
    private bool IsForOthers(string path)
    {
        for (var directory = RepositoryPath.Parent(path); directory.Length > 0 && context.Graph.Kustomization(directory) is null; directory = RepositoryPath.Parent(directory))
        {
            if (ForOthers.Contains(RepositoryPath.FileName(directory)))
                return true;
        }
        return false;
    }

    private bool IsInChart(string path)
    {
        for (var directory = RepositoryPath.Parent(path); directory.Length > 0; directory = RepositoryPath.Parent(directory))
        {
            if (context.Repository.FileExists($"{directory}/Chart.yaml"))
                return true;
        }
        return false;
    }

    /// <summary>Whether a comment of a kustomization above speaks of the file: somebody left it out on purpose.</summary>
    private bool IsNamedAbove(string path)
    {
        var name = RepositoryPath.FileName(path);
        for (var directory = RepositoryPath.Parent(path); ; directory = RepositoryPath.Parent(directory))
        {
            if (context.Graph.Kustomization(directory) is { } kustomization && kustomization.Tree.Comments.Any(comment => comment.Text.Contains(name, StringComparison.Ordinal)))
                return true;
            if (directory.Length == 0)
                return false;
        }
    }
}
