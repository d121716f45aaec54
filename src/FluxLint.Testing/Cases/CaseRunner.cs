using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Semantics;

namespace FluxLint.Testing;

/// <summary>
/// Runs the cases of a rule pack: lints the small repository of a case and compares what is found with its markers. A case
/// speaks of the rule that it is for, of every rule that its markers name, and of the engine's own findings; findings of
/// other rules are told in the report and judged by their own cases.
/// </summary>
/// <param name="rules">The rules.</param>
public sealed class CaseRunner(RuleSet rules)
{
    /// <summary>The cases in a folder: its YAML files and its folders, in ordinal order.</summary>
    public static IEnumerable<string> Find(string folder) =>
        Directory.EnumerateFileSystemEntries(folder)
            .Where(path => Directory.Exists(path) || (path.EndsWith(".yaml", StringComparison.Ordinal) && !path.EndsWith(".fixed.yaml", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    /// <summary>
    /// Runs a case from disk, and compares what its fixes make of it with the <c>.fixed.yaml</c> beside it. <c>FLUXLINT_BLESS=1</c> rewrites
    /// the markers to what is found, and that file.
    /// </summary>
    /// <param name="path">A YAML file or a folder.</param>
    /// <param name="id">Id of the rule that the case is for; null when it speaks of all rules.</param>
    /// <exception cref="FormatException">A line starts like a marker and is none.</exception>
    public CaseResult Run(string path, string? id)
    {
        var repository = CaseRepository.Load(path);
        var result = Run(Path.GetFileName(path), repository, id);
        if (!result.Passed && Blessing.IsOn)
        {
            Bless(repository, result.Judged);
            result = Run(Path.GetFileName(path), CaseRepository.Load(path), id);
        }
        return result with { Differences = result.Differences.AddRange(new FixedCase(path, CaseRepository.Load(path)).Differences(result.Judged, id)) };
    }

    /// <summary>Runs a case.</summary>
    /// <param name="name">Name of the case for its report.</param>
    /// <param name="repository">The case.</param>
    /// <param name="id">Id of the rule that the case is for; null when it speaks of all rules.</param>
    public CaseResult Run(string name, CaseRepository repository, string? id)
    {
        var marked = repository.Files.SelectMany(file => file.Markers).Select(marker => marker.Id).ToHashSet(StringComparer.Ordinal);
        var compilation = Compilation.Create(repository.FileSystem, new() { Rules = rules.Infos });
        var found = Linter.Lint(compilation, rules).Diagnostics.ToLookup(IsJudged);
        return new(name, [.. Differences(repository, [.. found[true]]), .. BrokenCase.Problems(compilation, rules)], [.. found[true]], [.. found[false]]);

        bool IsJudged(Diagnostic finding) =>
            id is null || finding.Id == id || finding.Descriptor.Category == RuleCategory.Engine || marked.Contains(finding.Id);
    }

    private static IEnumerable<string> Differences(CaseRepository repository, ImmutableArray<Diagnostic> found)
    {
        var byPath = found.ToLookup(finding => finding.Location.Path);
        var texts = repository.Files.Where(file => file.Marked is not null).ToDictionary(file => file.Path);
        foreach (var file in texts.Values)
        {
            foreach (var difference in file.Marked?.Differences(byPath[file.Path].Select(Mark)) ?? [])
                yield return $"{file.Path}: {difference}";
        }
        foreach (var finding in found.Where(finding => !texts.ContainsKey(finding.Location.Path)))
            yield return $"found where no marker can stand: {FindingText.Of(finding)}";
    }

    private static void Bless(CaseRepository repository, ImmutableArray<Diagnostic> found)
    {
        var byPath = found.ToLookup(finding => finding.Location.Path);
        foreach (var origin in repository.Files.GroupBy(file => file.Origin))
        {
            var content = origin.SelectMany(file => file.Rewrite(byPath[file.Path].Select(Mark))).ToArray();
            File.WriteAllBytes(origin.Key, content);
        }
    }

    private static Marker Mark(Diagnostic finding) => Marker.Of(finding.Location.Source, finding.Location.Span, finding.Id, finding.Message);
}
