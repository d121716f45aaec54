using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What several sources bring into one volume (<c>validateProjectedVolumeSource</c>).</summary>
internal static class ProjectionChecks
{
    private const long ShortestToken = 600;
    private const long LongestToken = 1L << 32;

    private static readonly string[] Sources = ["configMap", "downwardAPI", "secret", "serviceAccountToken"];

    public static void Check(YamlMapping projected, ObjectPath at, ObjectReport report)
    {
        FileChecks.CheckMode(projected, "defaultMode", at, report);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, source) in projected.Mappings("sources"))
        {
            var path = at["sources", i];
            ChoiceChecks.HasSeveral(source, path, Sources, report);
            CheckFiles(source, "configMap", path, paths, report);
            CheckFiles(source, "secret", path, paths, report);
            if (source.Mapping("downwardAPI") is { } downward)
            {
                FileChecks.CheckDownward(downward, path["downwardAPI"], report);
                CheckPaths(downward, path["downwardAPI"], paths, report);
            }
            if (source.Mapping("serviceAccountToken") is not { } token)
                continue;
            report.Bound(token, "expirationSeconds", path["serviceAccountToken"], ShortestToken, LongestToken);
            LocalPaths.Check(token, "path", path["serviceAccountToken"], report, isName: true);
        }
    }

    private static void CheckFiles(YamlMapping source, string name, ObjectPath at, HashSet<string> paths, ObjectReport report)
    {
        if (source.Mapping(name) is not { } files)
            return;
        if (files.HasOnly("name", "items", "optional"))
            report.Need(files, "name", at[name]);
        FileChecks.Check(files, at[name], report);
        CheckPaths(files, at[name], paths, report);
    }

    private static void CheckPaths(YamlMapping files, ObjectPath at, HashSet<string> paths, ObjectReport report)
    {
        foreach (var (i, item) in files.Mappings("items"))
        {
            if (item.Known("path") is { Value.Length: > 0 } path && !paths.Add(path.Value))
                report.Add(path, $"'{at["items", i]["path"]}' is the path of another file of the volume, too");
        }
    }
}
