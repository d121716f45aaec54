using FluxLint.Files;

namespace FluxLint.Kustomize.Builds;

/// <summary>What can stand in the fields of a kustomization: to guess that something else is meant helps no one.</summary>
internal sealed class FittingPaths(Layer layer, KustomizationGraph graph)
{
    /// <summary>Whether a build takes what is at a path from a field.</summary>
    public bool Fits(string field, string path) => field switch
    {
        "components" => KustomizationAt(path) is { IsComponent: true } && !LeadsBack(path),
        "resources" or "bases" or "generators" or "transformers" or "validators" => KustomizationAt(path) is { } other ? !other.IsComponent && !LeadsBack(path) : HoldsObjects(path),
        "configMapGenerator" or "secretGenerator" => layer.Repository.FileExists(path),
        _ => IsReadable(path),
    };

    private Kustomization? KustomizationAt(string directory) => Kustomization.Read(layer.Repository, directory) is { Tree.IsBroken: false } read ? read : null;

    /// <summary>Whether a directory includes the kustomization that would include it.</summary>
    private bool LeadsBack(string directory)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { directory };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var next))
        {
            foreach (var reference in graph.References(next).Where(reference => reference.Kind == ReferenceKind.Directory && seen.Add(reference.Path)))
                open.Enqueue(reference.Path);
        }
        return seen.Contains(layer.Kustomization.Directory);
    }

    private bool HoldsObjects(string path)
    {
        if (!IsReadable(path) || layer.Repository.Tree(path) is not { } tree || DocumentCuts.FirstRefused(tree) is not null)
            return false;
        var trial = new Layer(layer.Repository, layer.Kustomization);
        return ResourceReader.Read(tree, trial).ToList() is [_, ..] && trial.Problems.Count == 0;
    }

    // A name that says nothing of YAML is no reason to read the file.
    private bool IsReadable(string path) =>
        (Repository.IsYaml(path) || path.EndsWith(".json", StringComparison.Ordinal)) && layer.Repository.Tree(path) is { IsBroken: false } tree && tree.Documents.Any(document => document.Root is not null);
}
