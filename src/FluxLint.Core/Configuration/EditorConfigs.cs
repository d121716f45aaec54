using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Configuration;

/// <summary>The severities of all <c>.editorconfig</c> files of a repository. Those that lie nearer to a file are stronger.</summary>
internal sealed class EditorConfigs
{
    private const string FileName = ".editorconfig";

    private readonly ImmutableArray<EditorConfigFile> files;
    private readonly Dictionary<string, ImmutableArray<EditorConfigFile>> byId;

    private EditorConfigs(ImmutableArray<EditorConfigFile> files)
    {
        // The deepest directory first.
        this.files = [.. files.OrderByDescending(file => file.Directory.Length)];
        byId = this.files
            .SelectMany(file => file.Settings.Select(setting => (setting.Id, File: file)))
            .Distinct()
            .GroupBy(pair => pair.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.File).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>Nothing is said.</summary>
    public static EditorConfigs None { get; } = new([]);

    /// <summary>What is wrong with them.</summary>
    public IEnumerable<ConfigurationProblem> Problems => files.SelectMany(file => file.Problems).OrderBy(problem => problem.Location.Path, StringComparer.Ordinal);

    /// <summary>Reads all of them.</summary>
    public static EditorConfigs Read(Repository repository, ImmutableArray<RuleInfo> knownRules) => new(
    [
        .. repository.Files
            .Where(path => RepositoryPath.FileName(path) == FileName)
            .Select(repository.Text)
            .OfType<Text.SourceText>()
            .Select(text => new EditorConfigReader(text, knownRules).Read()),
    ]);

    /// <summary>What holds for a rule in a file; null when nothing is said of it.</summary>
    public EditorConfigSetting? Find(string id, string path)
    {
        if (!byId.TryGetValue(id, out var speaking))
            return null;
        // A root also keeps off those above it that speak of a rule where it does not.
        var root = files.FirstOrDefault(file => file.IsRoot && RepositoryPath.IsWithin(file.Directory, path))?.Directory.Length ?? 0;
        return speaking
            .Where(file => file.Directory.Length >= root && RepositoryPath.IsWithin(file.Directory, path))
            .Select(file => file.Settings.LastOrDefault(setting => setting.Id == id && setting.Matches(path)))
            .FirstOrDefault(setting => setting is not null);
    }

    /// <summary>Whether a rule is switched on for some files.</summary>
    public bool SwitchOn(string id) => byId.TryGetValue(id, out var speaking) && speaking.Any(file => file.Settings.Any(setting => setting.Id == id && setting.Severity is > Severity.Off));
}
