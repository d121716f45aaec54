using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Kustomize.Builds;

/// <summary>The paths of a kustomization that lead nowhere, and what they probably mean. No two of them mean the same.</summary>
internal sealed class MissingPaths(Layer layer, KustomizationGraph graph, ImmutableArray<Reference> references)
{
    private Dictionary<YamlScalar, string>? meant;

    /// <summary>What is said of a path that does not exist.</summary>
    public BuildProblem Problem(Reference reference)
    {
        meant ??= Guess();
        if (layer.Repository.IsLeftOut(reference.Path))
        {
            return new(BuildProblemKind.MissingReference, reference.Node.Location, $"'{Written(reference)}' in {reference.Field} is left out of the artifact of its source")
            {
                Help = "spec.ignore of the source and .sourceignore files decide what is left out, and without any of them it is images, archives and files of CI systems",
            };
        }
        var nearest = meant.TryGetValue(reference.Node, out var path) ? RepositoryPath.Relative(layer.Kustomization.Directory, path) : null;
        return new(BuildProblemKind.MissingReference, reference.Node.Location, $"'{Written(reference)}' in {reference.Field} does not exist")
        {
            Help = Suggestion.Of(nearest)?.Question,
            Node = reference.Node,
            Nearest = nearest is null ? null : reference.Node.Value[..^Written(reference).Length] + nearest,
        };
    }

    /// <summary>The path as written: an entry of a generator may put a key before it.</summary>
    private static string Written(Reference reference) =>
        reference.Field is "configMapGenerator" or "secretGenerator" ? reference.Node.Value[(reference.Node.Value.IndexOf('=') + 1)..] : reference.Node.Value;

    private Dictionary<YamlScalar, string> Guess()
    {
        var fit = new FittingPaths(layer, graph);
        var taken = references.Concat(graph.References(layer.Kustomization.Directory)).Select(reference => reference.Path).ToHashSet(StringComparer.Ordinal);
        var left = KustomizationGraph.MostGuesses - layer.Problems.Count(problem => problem.Kind == BuildProblemKind.MissingReference);
        var guesses = new List<(Reference Reference, string Path)>();
        foreach (var reference in references.Where(reference => reference.Kind == ReferenceKind.Missing && !layer.Repository.IsLeftOut(reference.Path)).Take(left))
        {
            if (layer.Repository.NearestPath(reference.Path, candidate => IsTaken(candidate) || !fit.Fits(reference.Field, candidate)) is { } path)
                guesses.Add((reference, path));
        }
        var found = new Dictionary<YamlScalar, string>(ReferenceEqualityComparer.Instance);
        foreach (var rivals in guesses.GroupBy(guess => guess.Path, guess => guess.Reference, StringComparer.Ordinal))
        {
            if (Closest(rivals, rivals.Key) is { } closest)
                found.Add(closest.Node, rivals.Key);
        }
        return found;

        // What the kustomization has already, and itself.
        bool IsTaken(string candidate) => RepositoryPath.IsWithin(candidate, layer.Kustomization.Path) || taken.Contains(candidate);
    }

    /// <summary>The one of some entries that means a path: that of the same stem, else the nearest; null when two are as close.</summary>
    private static Reference? Closest(IEnumerable<Reference> rivals, string path)
    {
        var ranked = rivals.Select(rival => (Reference: rival, Rank: Rank(rival.Path, path))).OrderBy(rival => rival.Rank).Take(2).ToList();
        return ranked is [var first, var second] && first.Rank == second.Rank ? null : ranked[0].Reference;
    }

    private static (bool IsOtherStem, int? Edits) Rank(string missing, string path) =>
        (!RepositoryPath.HaveSameStem(missing, path), NearestName.Distance(missing, path, int.MaxValue));
}
