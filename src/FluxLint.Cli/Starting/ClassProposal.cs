using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluxLint.Files;
using FluxLint.Fleet;

namespace FluxLint.Cli.Starting;

/// <summary>Sorts clusters into classes by the names of directories, and finds out what those of a class have in common.</summary>
internal sealed partial class ClassProposal(Repository repository, ImmutableArray<Cluster> clusters)
{
    private const string Unnamed = "main";
    private const int MostRequired = 5;

    // What people call the stages of a fleet. Directories of such names are classes, wherever they are.
    private static readonly string[] Stages = ["production", "prod", "prd", "live", "staging", "stage", "stg", "preprod", "uat", "qa", "testing", "test", "tst", "development", "dev", "poc", "sandbox", "playground", "demo", "lab", "e2e", "ci"];

    /// <summary>The classes, each with a name of its own.</summary>
    public ImmutableArray<ProposedClass> Find()
    {
        var groups = clusters.GroupBy(KeyOf, StringComparer.Ordinal).Select(group => group.ToImmutableArray()).ToList();
        var requirements = groups.Select(group => Required(group, groups.Count)).ToList();
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. groups.Select((group, i) => new ProposedClass(NameOf(group[0], requirements[i], names), Paths(group)) { Requires = requirements[i], Clusters = group.Length })];
    }

    /// <summary>What clusters of one class share: the directories above them but for numbers, or the stage that they are named by.</summary>
    private static string KeyOf(Cluster cluster)
    {
        var parent = RepositoryPath.Parent(cluster.Directory);
        return IsPlain(parent) && StageOf(RepositoryPath.FileName(cluster.Directory)) is { } stage ? $"{parent}#{stage}" : Numbers().Replace(parent, "*");
    }

    private static string NameOf(Cluster cluster, ImmutableArray<string> requires, HashSet<string> names)
    {
        var parent = RepositoryPath.Parent(cluster.Directory);
        var word = IsPlain(parent) ? StageOf(RepositoryPath.FileName(cluster.Directory)) ?? Unnamed : RepositoryPath.FileName(Numbers().Replace(parent, "")).TrimEnd('-', '_', '.');
        var first = word.Split('-', '_', '.')[0];
        // The overlay of a class is called as the class is.
        var called = first.Length < 3 ? null : requires.SelectMany(path => RepositoryPath.Parts(path)).FirstOrDefault(part => part.StartsWith(first, StringComparison.OrdinalIgnoreCase) && part.All(char.IsAsciiLetterOrDigit));
        var name = called ?? (word.Length == 0 ? Unnamed : word);
        for (var i = 2; !names.Add(name); i++)
            name = $"{called ?? word}-{i}";
        return name;
    }

    /// <summary>One pattern where it means these very clusters, else each of them.</summary>
    private ImmutableArray<string> Paths(ImmutableArray<Cluster> group)
    {
        ImmutableArray<string> exact = [.. group.Select(cluster => cluster.Directory.Length == 0 ? "." : cluster.Directory)];
        if (group.Length == 1 && IsPlain(RepositoryPath.Parent(group[0].Directory)))
            return exact;
        var parents = group.Select(cluster => RepositoryPath.Parent(cluster.Directory)).Distinct().ToList();
        var pattern = parents is [var only] ? $"{only}/*" : $"{Numbers().Replace(parents[0], "*")}/*";
        return Glob.Parse(pattern, out _) is { } glob && repository.Directories.Where(glob.Matches).ToHashSet(StringComparer.Ordinal).SetEquals(exact) ? [pattern] : exact;
    }

    private ImmutableArray<string> Required(ImmutableArray<Cluster> group, int classes)
    {
        // What the only cluster of the only class has says nothing of others.
        if (group.Length == 1 && classes == 1)
            return [];
        var others = clusters.Except(group).ToList();
        var most = group.Length < 4 ? group.Length : (group.Length * 3 + 3) / 4;
        var common = group
            .SelectMany(cluster => Kustomize.Builds.Rendering.WithInputs(cluster.Renderings).Select(rendering => rendering.Directory).Distinct().Where(directory => !group.Any(own => RepositoryPath.IsWithin(own.Directory, directory))))
            .GroupBy(directory => directory, StringComparer.Ordinal)
            .Where(directory => directory.Key.Length > 0 && directory.Count() >= most && !others.Exists(other => other.Includes(directory.Key)))
            .Select(directory => directory.Key)
            .ToHashSet(StringComparer.Ordinal);
        var inner = group
            .SelectMany(cluster => Kustomize.Builds.Rendering.WithInputs(cluster.Renderings))
            .Where(rendering => common.Contains(rendering.Directory))
            .SelectMany(rendering => Kustomize.Builds.Rendering.WithInputs(rendering.Inputs))
            .Select(rendering => rendering.Directory);
        common.ExceptWith(inner);
        return [.. common.Order(StringComparer.Ordinal).Take(MostRequired)];
    }

    private static bool IsPlain(string parent) => parent.Length == 0 || RepositoryPath.FileName(parent) == "clusters";

    private static string? StageOf(string name)
    {
        var words = name.ToLowerInvariant().Split('-', '_', '.').Select(word => word.TrimEnd([.. "0123456789"])).ToHashSet(StringComparer.Ordinal);
        return Stages.FirstOrDefault(stage => words.Contains(stage));
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
