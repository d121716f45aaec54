using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>
/// The kustomization that kustomize-controller generates for a path without one: every manifest below, but a directory with a
/// kustomization of its own as a whole.
/// </summary>
internal sealed class GeneratedKustomization
{
    private GeneratedKustomization(Kustomization kustomization, FileReads reads)
    {
        Kustomization = kustomization;
        Reads = reads;
    }

    /// <summary>The kustomization.</summary>
    public Kustomization Kustomization { get; }

    /// <summary>What was asked to make it.</summary>
    public FileReads Reads { get; }

    /// <summary>Generates the kustomization of a directory.</summary>
    public static GeneratedKustomization Of(string directory, Repository repository, KustomizationGraph graph)
    {
        var reads = new FileReads();
        var noting = repository.Noting(reads);
        var files = noting.YamlFiles.Where(file => RepositoryPath.IsWithin(directory, file)).ToList();
        var nested = Nested(directory, files, graph, reads);
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => IsApplied(file[directory.Length..])))
            paths.Add(Enclosing(directory, file, nested) ?? file);

        var source = SourceText.From(directory.Length == 0 ? "kustomization.yaml" : $"{directory}/kustomization.yaml", "");
        var items = paths.Select(path => (YamlNode)YamlScalar.Create(RepositoryPath.Relative(directory, path), Location.OfPath(path)));
        var resources = new YamlSequence(source, default, [.. items]);
        var root = new YamlMapping(source, default, [new(YamlScalar.Create("resources", new(source, default)), resources)]);
        return new(Kustomization.Of(directory, YamlTree.Parse(source), root), reads);
    }

    /// <summary>The directories below with a kustomization of their own, components aside.</summary>
    private static HashSet<string> Nested(string directory, List<string> files, KustomizationGraph graph, FileReads reads)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Where(Repository.IsKustomizationFile))
        {
            // What is no kustomization now may become one.
            reads.Add(file);
            var below = RepositoryPath.Parent(file);
            if (below != directory && graph.Kustomization(below) is { IsComponent: false })
                found.Add(below);
        }
        return found;
    }

    /// <summary>The outermost of some directories that a file is in; null when it is in none.</summary>
    private static string? Enclosing(string directory, string file, HashSet<string> nested)
    {
        string? outermost = null;
        for (var parent = RepositoryPath.Parent(file); parent.Length > directory.Length; parent = RepositoryPath.Parent(parent))
        {
            if (nested.Contains(parent))
                outermost = parent;
        }
        return outermost;
    }

    /// <summary>Whether Flux takes a file from a source: source-controller leaves out what CI systems and tools keep in hidden files.</summary>
    private static bool IsApplied(string relative) => !relative.Split('/').Any(part => part.StartsWith('.'));
}
