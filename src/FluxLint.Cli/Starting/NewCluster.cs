using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Semantics;
using FluxLint.Text;

namespace FluxLint.Cli.Starting;

/// <summary>A cluster that is to be written.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Directory">Where it will lie; nothing is there yet.</param>
internal sealed record NewCluster(ClusterClass Class, string Directory)
{
    /// <summary>Reads <c>CLASS/NAME</c>; null when there is no such class, or no one place for the name.</summary>
    public static NewCluster? Find(Compilation compilation, string text, out string problem)
    {
        var classes = compilation.Configuration.Clusters;
        if (RepositoryPath.Normalize(text) is not { } path || RepositoryPath.Parts(path) is not [var className, .. { Length: > 0 } name])
        {
            problem = $"'{text}' is not a class and a name, as 'production/weu-22' is";
            return null;
        }
        if (classes.IsEmpty)
        {
            problem = "there are no classes in fluxlint.yaml; 'fluxlint init' writes one that has some";
            return null;
        }
        if (classes.FirstOrDefault(candidate => candidate.Name.Value == className) is not { } found)
        {
            var names = classes.Select(candidate => candidate.Name.Value).ToList();
            problem = $"there is no class '{className}'; {Suggestion.For(className, names)?.Question ?? $"there are {string.Join(", ", names)}"}";
            return null;
        }
        if (name.Any(part => !part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')))
        {
            problem = $"'{string.Join('/', name)}' cannot be the name of a cluster: it has other characters than letters, digits, '-', '_' and '.'";
            return null;
        }
        ImmutableArray<string> places = [.. PlacesOf(compilation.Repository, found, name)];
        problem = Problem(compilation, found, name, places);
        return problem.Length == 0 ? new(found, places[0]) : null;
    }

    private static string Problem(Compilation compilation, ClusterClass found, string[] name, ImmutableArray<string> places)
    {
        var written = string.Join('/', name);
        if (places is [])
            return $"no directory '{written}' can be of class '{found.Name.Value}', whose paths are {string.Join(", ", found.Paths.Select(path => $"'{path.Node.Value}'"))}";
        if (places is not [var place])
        {
            var directories = places.Select(candidate => $"'{RepositoryPath.Parent(candidate)}'");
            return $"class '{found.Name.Value}' has clusters in {string.Join(", ", directories)}: say which, as in '{found.Name.Value}/{RepositoryPath.FileName(RepositoryPath.Parent(places[0]))}/{name[^1]}'";
        }
        if (compilation.Repository.DirectoryExists(place) || compilation.Repository.FileExists(place))
            return $"'{place}' is there already and stays as it is";
        if (!found.AllowsName(Cluster.NameOf(place)))
            return $"'{Cluster.NameOf(place)}' is no name for a cluster of class '{found.Name.Value}', whose 'names' are {string.Join(", ", found.NamePatterns.Select(pattern => $"'{pattern.Value}'"))}";
        return compilation.Configuration.FindClass(place) is { } first && first.Name.Value != found.Name.Value
            ? $"'{place}' would be of class '{first.Name.Value}', which stands before '{found.Name.Value}' in fluxlint.yaml"
            : "";
    }

    /// <summary>The directories whose last parts are a name, and whose first ones are there.</summary>
    private static IEnumerable<string> PlacesOf(Repository repository, ClusterClass found, string[] name) => found.Paths
        .SelectMany(path => PlacesOf(repository, path.Glob, name))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> PlacesOf(Repository repository, Glob glob, string[] name)
    {
        var parts = RepositoryPath.Parts(glob.Pattern.TrimEnd('/')).Where(part => part != ".").ToArray();
        if (parts.Length < name.Length)
            return [];
        var head = string.Join('/', parts[..^name.Length]);
        IEnumerable<string> parents = head.Length == 0 ? [""] : Glob.Parse(head, out _) is { } above ? repository.Directories.Where(above.Matches) : [];
        // The first cluster of a class makes the directory of its class as well.
        if (head.Length > 0 && Glob.Parse(head, out _) is { IsLiteral: true })
            parents = [head];
        return parents.Select(parent => parent.Length == 0 ? string.Join('/', name) : $"{parent}/{string.Join('/', name)}").Where(glob.Matches);
    }
}
