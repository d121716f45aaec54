using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Syntax;

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
            .. classes.SelectMany(candidate => candidate.Paths).Select(path => Unmatched(path, isDirectory: true))
                .Concat(classes.SelectMany(candidate => candidate.Requires).Select(required => Missing(required, "required", "a class requires directories")))
                .Concat(configuration.Schemas.Select(directory => Missing(directory, "schema", "schemas are read from directories")))
                .Concat(filePatterns.Select(path => Unmatched(path, isDirectory: false)))
                .OfType<ConfigurationProblem>()
                .OrderBy(problem => problem.Location.Span.Start),
        ];
    }

    private ConfigurationProblem? Unmatched(WrittenGlob pattern, bool isDirectory)
    {
        var paths = isDirectory ? repository.Directories : repository.Files;
        return paths.Any(pattern.Glob.Matches)
            ? null
            : new(pattern.Node.Location, $"no {(isDirectory ? "directory" : "file")} matches '{pattern.Glob.Pattern}'{Hint(pattern.Glob, isDirectory)}");
    }

    private string Hint(Glob glob, bool isDirectory)
    {
        var start = glob.FixedPart;
        if (glob.IsLiteral)
            return Nearest(isDirectory ? repository.NearestDirectory(start) : repository.NearestPath(start));
        return start.Length == 0 || repository.DirectoryExists(start) ? "" : $": there is no directory '{start}'{Nearest(repository.NearestDirectory(start))}";
    }

    private ConfigurationProblem? Missing(YamlScalar directory, string role, string expected) =>
        repository.DirectoryExists(directory.Value) ? null
        : repository.FileExists(directory.Value) ? new(directory.Location, $"'{directory.Value}' is a file, and {expected}")
        : new(directory.Location, $"the {role} directory '{directory.Value}' does not exist{Nearest(repository.NearestDirectory(directory.Value))}");

    private static string Nearest(string? path) => path is null ? "" : $"; the nearest is '{path}'";
}
