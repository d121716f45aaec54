using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FluxLint.Cli.Starting;

/// <summary>The source of a pack, as far as a new rule has to fit in.</summary>
/// <param name="Root">The folder that holds all of it.</param>
/// <param name="ListFile">The file with its list of rules.</param>
/// <param name="Class">The class that has the list.</param>
/// <param name="Namespace">The namespace of that.</param>
/// <param name="Cases">The folder of its cases.</param>
/// <param name="NextId">The first id that no rule has had.</param>
internal sealed partial record PackProject(string Root, string ListFile, string Class, string Namespace, string Cases, string NextId)
{
    private const int LongestSource = 1 << 20;

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly EnumerationOptions Near = new() { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>The folder of its rules.</summary>
    public string Rules => Path.GetDirectoryName(ListFile) ?? Root;

    /// <summary>Finds the pack around a directory, or below it; null when there is not one.</summary>
    public static PackProject? Find(string directory, out string problem)
    {
        var root = RootOf(directory) ?? directory;
        var sources = FoldersOf(directory).SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", Everywhere)).Distinct().Where(file => IsSource(root, file)).Order(StringComparer.Ordinal).Select(file => new Source(file, File.ReadAllText(file))).ToList();
        var packs = sources.Where(source => PackClass().IsMatch(source.Text)).ToList();
        var near = packs.Where(source => source.Path.StartsWith(Path.TrimEndingDirectorySeparator(directory) + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();
        if ((near.Count > 0 ? near : packs) is not [var list])
        {
            problem = packs.Count == 0
                ? $"there is no pack in '{root}': no source has a class that is a RulePack; 'fluxlint new pack NAME' writes one"
                : $"there are several packs, in {string.Join(" and ", packs.Select(pack => $"'{pack.Path}'"))}: say which with --directory";
            return null;
        }
        var name = PackClass().Match(list.Text).Groups[1].Value;
        if (CasesOf(sources, name) is not { } cases)
        {
            problem = $"there is no test of '{name}' that says where cases belong: 'PackRunner.Of(new {name}(), ...)' is in no source of '{root}'";
            return null;
        }
        problem = "";
        var @namespace = Namespaces().Match(list.Text).Groups[1].Value;
        var folder = Path.GetDirectoryName(list.Path) ?? root;
        return new(root, list.Path, name, @namespace, cases, Next(sources.Where(source => source.Path.StartsWith(folder, StringComparison.Ordinal)), @namespace));
    }

    /// <summary>The nearest folder upwards that has a solution.</summary>
    private static string? RootOf(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln*").Any(file => file.Extension is ".sln" or ".slnx"))
                return folder.FullName;
            if (Path.Exists(Path.Join(folder.FullName, ".git")))
                break;
        }
        return null;
    }

    /// <summary>The folders that may have sources of a pack. Without a solution around that is not all that there is below, which may be the whole disk.</summary>
    private static IEnumerable<string> FoldersOf(string directory) =>
        RootOf(directory) is { } root ? [root]
        : Directory.EnumerateFiles(directory, "*.*", Near).Where(file => Path.GetExtension(file) is ".sln" or ".slnx" or ".csproj").Select(file => Path.GetDirectoryName(file) ?? directory).Distinct();

    private static bool IsSource(string root, string file) =>
        !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj") && new FileInfo(file).Length <= LongestSource;

    private static string? CasesOf(List<Source> sources, string name)
    {
        foreach (var source in sources)
        {
            var match = Regex.Match(source.Text, $@"\bPackRunner\.Of\(\s*new\s+{Regex.Escape(name)}\(\)[^;]*");
            if (match.Success)
                return Path.GetFullPath(CasesArgument().Match(match.Value) is { Success: true } written ? written.Groups[1].Value : "Cases", Path.GetDirectoryName(source.Path) ?? "");
        }
        return null;
    }

    private static string Next(IEnumerable<Source> sources, string @namespace)
    {
        var ids = sources.SelectMany(source => Ids().Matches(source.Text)).Select(match => (Prefix: match.Groups[1].Value, Number: match.Groups[2].Value)).ToImmutableArray();
        if (ids.IsEmpty)
            return $"{CodeName.PrefixOf(@namespace)}001";
        var last = ids.MaxBy(id => int.Parse(id.Number, CultureInfo.InvariantCulture));
        return last.Prefix + (int.Parse(last.Number, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(last.Number.Length, '0');
    }

    [GeneratedRegex(@"\bclass\s+(\w+)\s*(?:\([^)]*\)\s*)?:\s*RulePack\b")]
    private static partial Regex PackClass();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespaces();

    [GeneratedRegex("\\bcases:\\s*\"([^\"]+)\"")]
    private static partial Regex CasesArgument();

    [GeneratedRegex("\\bId\\s*=\\s*\"([A-Z]+)([0-9]{1,6})\"")]
    private static partial Regex Ids();

    private sealed record Source(string Path, string Text);
}
