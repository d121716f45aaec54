using System.Collections.Immutable;
using System.Text;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Rules;
using FluxLint.Semantics;

namespace FluxLint.Fuzz;

/// <summary>What holds for every repository, whatever is in it.</summary>
public static class Laws
{
    private const string RuleCrashed = "FLX0005";

    private static readonly RuleSet Rules = RuleSet.Of(new BuiltInRules());

    private static readonly LintOptions Everything = new() { Selection = new() { Preset = Preset.All } };

    /// <summary>Lints, reports and fixes a repository, and lints it as an edit of another.</summary>
    /// <returns>The law that is broken; null when all hold.</returns>
    public static string? FindBreach(ImmutableDictionary<string, string> original, ImmutableDictionary<string, string> files)
    {
        var compilation = Compilation.Create(Directories(original).Aggregate(InMemoryFileSystem.Of(files), (made, directory) => made.DirectoryExists(directory) ? made : made.WithDirectory(directory)), new() { Rules = Rules.Infos });
        var result = Linter.Lint(compilation, Rules, Everything);
        if (result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == RuleCrashed) is { } crash)
            return $"a rule failed: {crash.Message}";
        if (result.Diagnostics.SelectMany(Places).FirstOrDefault(IsOutside) is { } place)
            return $"a finding lies outside of its file: {place}";
        Report(result);
        if (Fixer.Fix(compilation, Rules, FixSafety.Unsafe, Everything).Remaining.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == RuleCrashed) is { } late)
            return $"a rule failed on what was fixed: {late.Message}";
        return FindDifference(original, files, result);
    }

    /// <summary>An edit gives what a fresh lint gives.</summary>
    private static string? FindDifference(ImmutableDictionary<string, string> original, ImmutableDictionary<string, string> files, LintResult fresh)
    {
        var before = Open(original);
        var known = Linter.Lint(before, Rules, Everything);
        var edits = new Dictionary<string, ImmutableArray<byte>?>(StringComparer.Ordinal);
        foreach (var path in original.Keys.Union(files.Keys))
        {
            if (files.GetValueOrDefault(path) is var text && text != original.GetValueOrDefault(path))
                edits[path] = text is null ? null : [.. Encoding.UTF8.GetBytes(text)];
        }
        var edited = Linter.Lint(before.With(edits), Rules, Everything with { Before = known });
        return Text(edited).Except(Text(fresh)).FirstOrDefault() is { } more ? $"an edit finds more than a fresh lint: {more}"
            : Text(fresh).Except(Text(edited)).FirstOrDefault() is { } less ? $"an edit finds less than a fresh lint: {less}"
            : null;
    }

    private static void Report(LintResult result)
    {
        foreach (var reporter in (IReporter[])[new SarifReporter(), new JsonReporter(), new GitHubReporter(), new GitLabReporter(), new JUnitReporter(), new MSBuildReporter(), new MarkdownReporter()])
            reporter.Write(result, Stream.Null);
    }

    /// <summary>Directories stay when their last file goes.</summary>
    private static IEnumerable<string> Directories(ImmutableDictionary<string, string> files) =>
        files.Keys.SelectMany(path => path.Select((c, index) => c == '/' ? path[..index] : "")).Where(directory => directory.Length > 0).Distinct();

    private static Compilation Open(ImmutableDictionary<string, string> files) => Compilation.Create(InMemoryFileSystem.Of(files), new() { Rules = Rules.Infos });

    private static IEnumerable<string> Text(LintResult result) => result.Diagnostics.Select(diagnostic => $"{diagnostic.Location}: {diagnostic.Id} {diagnostic.Message}");

    private static IEnumerable<Location> Places(Diagnostic diagnostic) =>
        [diagnostic.Location, .. diagnostic.Related.Select(related => related.Location), .. diagnostic.Provenance.Select(related => related.Location)];

    private static bool IsOutside(Location location) => location.Span.End > location.Source.Text.Length;
}
