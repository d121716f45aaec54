using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>Reads a configuration and those that it extends.</summary>
/// <param name="repository">The files.</param>
/// <param name="knownRules">The rules that they may name.</param>
/// <param name="outside">Where they are instead; null when they are in the repository.</param>
internal sealed class ConfigurationChain(Repository repository, ImmutableArray<RuleInfo> knownRules, OutsidePolicy? outside = null)
{
    private const int MostFiles = 8;

    /// <summary>Reads a configuration; one that does not exist says nothing.</summary>
    public ConfigurationResult Read(string path)
    {
        if (Tree(path) is not { } found)
            return new(FluxLintConfiguration.Default, []);
        var whole = Read(found);
        // A pack that this run does not load may have the rule.
        return whole.Configuration.Packs.All(IsLoaded) ? whole : whole with { Problems = [.. whole.Problems.Where(problem => !problem.IsUnknownRule)] };
    }

    private bool IsLoaded(PackReference pack) => knownRules.Any(rule => pack.Id.Value.Equals(rule.Pack?.Id, StringComparison.OrdinalIgnoreCase));

    private ConfigurationResult Read(Found found)
    {
        var policies = new PolicyLoader(repository, knownRules, outside);
        var files = new List<string>();
        var result = Read(found.Tree, [found.Path], knownRules, tree =>
        {
            files.Add(tree.Source.Path);
            policies.Add(tree);
        });
        // What names rules may name policies, those of files that are read after it among them.
        if (!policies.Policies.IsEmpty)
            result = Read(found.Tree, [found.Path], [.. knownRules, .. policies.Policies.Select(policy => policy.Info)], static _ => { });
        return new(result.Configuration with { Policies = policies.Policies }, [.. result.Problems, .. policies.Problems]) { Files = outside is null ? [.. files, .. policies.Files] : [] };
    }

    private ConfigurationResult Read(YamlTree tree, ImmutableArray<string> way, ImmutableArray<RuleInfo> rules, Action<YamlTree> visit)
    {
        visit(tree);
        var own = FluxLintConfiguration.Parse(tree, rules);
        if (own.Configuration.Extends is not { } extends)
            return own;
        if (Find(extends, way, out var problem) is not { } next)
            return own with { Problems = [.. own.Problems.Append(new(extends.Location, problem)).OrderBy(wrong => wrong.Location.Span.Start)] };
        var below = Read(next.Tree, way.Add(next.Path), rules, visit);
        return new(own.Configuration.Over(below.Configuration), [.. own.Problems, .. below.Problems]);
    }

    private Found? Find(YamlScalar extends, ImmutableArray<string> way, out string problem)
    {
        problem = "";
        if (RepositoryPath.Combine(RepositoryPath.Parent(way[^1]), extends.Value) is not { } path)
            problem = $"'extends' is '{extends.Value}', which leaves {(outside is null ? "the repository" : $"'{outside.Place}'")}";
        else if (Tree(path) is not { } found)
            problem = $"'extends' is '{extends.Value}', {Absence(path)}";
        else if (way.IndexOf(found.Path) is >= 0 and var start)
            problem = $"'extends' leads back to itself: {string.Join(" -> ", way.Skip(start).Append(found.Path))}";
        else if (way.Length == MostFiles)
            problem = $"'extends' leads through more than {MostFiles} files: {string.Join(" -> ", way)}";
        else
            return found;
        return null;
    }

    private string Absence(string path)
    {
        if (outside is not null)
            return "which does not exist";
        var nearest = Suggestion.Of(repository.NearestPath(path)) is { } other ? $"; {other.Statement}" : "";
        return $"{(repository.DirectoryExists(path) ? "which is a directory" : "which does not exist")}{nearest}";
    }

    private Found? Tree(string path) =>
        outside is not null ? (outside.Tree(path) is { } other ? new(path, other) : null)
        : repository.Tree(path) is { } tree ? new(tree.Source.Path, tree)
        : null;

    /// <summary>A file, and its path without links.</summary>
    private sealed record Found(string Path, YamlTree Tree);
}
