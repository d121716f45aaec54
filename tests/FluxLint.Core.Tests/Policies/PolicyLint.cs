using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Core.Tests.Policies;

/// <summary>Lints a small repository with its policies alone, and shows what is found.</summary>
internal static class PolicyLint
{
    private const string Policy = "policies:\n  - id: ORG1\n    name: a-policy\n    title: The policy speaks\n    ";

    /// <summary>The findings, one a line, and what is wrong with the configuration.</summary>
    /// <param name="policy">The keys of a policy, at their own margin.</param>
    /// <param name="files">The files, path and text in turns.</param>
    public static string Of(string policy, params string[] files) =>
        Show(Lint([("fluxlint.yaml", Policy + policy.Trim().ReplaceLineEndings("\n    ")), .. Pairs(files)], out var compilation), compilation);

    /// <summary>What is wrong with a policy.</summary>
    public static string Problems(string policy) => Of(policy);

    /// <summary>What is found in files that have their own configuration.</summary>
    public static string OfFiles(params string[] files) => Show(Lint([.. Pairs(files)], out var compilation), compilation);

    /// <summary>Lints files.</summary>
    public static LintResult Lint((string Path, string Text)[] files, out Compilation compilation)
    {
        compilation = Compilation.Create(files.Aggregate(InMemoryFileSystem.Empty, (all, file) => all.WithFile(file.Path, file.Text)));
        return Linter.Lint(compilation, RuleSet.Of());
    }

    private static IEnumerable<(string Path, string Text)> Pairs(string[] files) => files.Chunk(2).Select(pair => (pair[0], pair[1]));

    private static string Show(LintResult result, Compilation compilation) => string.Join('\n',
    [
        .. compilation.ConfigurationProblems.Select(problem => $"{problem.Location}+{problem.Location.Span.Length}: {problem.Message}"),
        .. result.Diagnostics.Select(Show),
    ]);

    private static string Show(Diagnostic finding) =>
        $"{finding.Location}+{finding.Location.Span.Length}: {finding.Id}: {finding.Message}{(finding.Clusters.Length > 1 ? $" ({string.Join(", ", finding.Clusters)})" : "")}";
}
