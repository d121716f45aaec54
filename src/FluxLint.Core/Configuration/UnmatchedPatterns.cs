using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Configuration;

/// <summary>Compares the paths of a configuration with what a repository has.</summary>
internal sealed class UnmatchedPatterns(Repository repository)
{
    public ImmutableArray<ConfigurationProblem> Find(FluxLintConfiguration configuration)
    {
        var classes = configuration.Clusters;
        var filePatterns = configuration.Namespaces.SelectMany(rule => rule.Paths).Concat(configuration.Overrides.SelectMany(part => part.Paths));
        return
        [
            .. classes.SelectMany(candidate => candidate.Paths.Concat(candidate.Forbidden)).Select(path => Unmatched(path, isDirectory: true))
                .Concat(classes.SelectMany(candidate => candidate.Requires).Select(required => Missing(required, "required directory", "a class requires directories")))
                .Concat(configuration.Sources.Select(source => Missing(source.Path, "directory of a source", "a source is a directory")))
                .Concat(Unused(configuration.Sources))
                .Concat(configuration.Schemas.Select(directory => Missing(directory, "directory of schemas", "schemas are read from directories")))
                .Concat(filePatterns.Select(path => Unmatched(path, isDirectory: false)))
                .OfType<ConfigurationProblem>()
                .OrderBy(problem => problem.Location.Span.Start),
        ];
    }

    private ConfigurationProblem? Unmatched(LocatedGlob pattern, bool isDirectory)
    {
        var paths = isDirectory ? repository.Directories : repository.Files;
        return paths.Any(pattern.Glob.Matches)
            ? null
            : new(pattern.Node.Location, $"no {(isDirectory ? "directory" : "file")} matches '{pattern.Glob.Pattern}'{Hint(pattern.Glob, isDirectory)}");
    }

    /// <summary>The URLs that no source of the repository has, nor any sync of a FluxInstance.</summary>
    private IEnumerable<ConfigurationProblem?> Unused(ImmutableArray<SourceMapping> sources)
    {
        if (sources.IsEmpty)
            return [];
        var urls = repository.YamlFiles
            .Where(file => file != sources[0].Url.Source.Path)
            .Select(repository.Tree)
            .Where(tree => tree?.Source.Text.Contains("url:", StringComparison.Ordinal) == true)
            .SelectMany(tree => tree?.DescendantNodes().OfType<YamlMapping>() ?? [])
            .Select(mapping => mapping.Text("url"))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return sources.Where(source => repository.DirectoryExists(source.Path.Value) && !urls.Any(source.Matches)).Select(source =>
            new ConfigurationProblem(source.Url.Location, $"no source of the repository has the URL '{source.Url.Value}'{Nearest(NearestName.Find(source.Url.Value, urls))}") { IsWarning = true });
    }

    private string Hint(Glob glob, bool isDirectory)
    {
        var start = glob.FixedPart;
        if (glob.IsLiteral)
            return Nearest(isDirectory ? repository.NearestDirectory(start) : repository.NearestPath(start));
        return start.Length == 0 || repository.DirectoryExists(start) ? "" : $": there is no directory '{start}'{Nearest(repository.NearestDirectory(start))}";
    }

    private ConfigurationProblem? Missing(YamlScalar path, string role, string expectation) =>
        repository.DirectoryExists(path.Value) ? null
        : repository.FileExists(path.Value) ? new(path.Location, $"'{path.Value}' is a file, and {expectation}")
        : new(path.Location, $"the {role} '{path.Value}' does not exist{Nearest(repository.NearestDirectory(path.Value))}");

    private static string Nearest(string? path) => Suggestion.Of(path) is { } nearest ? $"; {nearest.Statement}" : "";
}
