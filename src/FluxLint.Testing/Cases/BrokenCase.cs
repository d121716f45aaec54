using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Semantics;

namespace FluxLint.Testing;

/// <summary>
/// What keeps a case from being what it looks like: a rule is silent about YAML that cannot be read or built, too. The rules of the engine find
/// it, and a pack that is tested alone has none of them.
/// </summary>
internal static class BrokenCase
{
    /// <summary>What is broken, one sentence each.</summary>
    public static IEnumerable<string> Problems(Compilation compilation, RuleSet rules) =>
        rules.Infos.Any(rule => rule.Descriptor.Category == RuleCategory.Engine) ? [] : Unread(compilation).Concat(Unbuilt(compilation));

    private static IEnumerable<string> Unread(Compilation compilation) =>
        compilation.Repository.YamlFiles.SelectMany(file => compilation.Repository.Tree(file)?.Problems ?? []).Select(problem => $"{problem.Location}: {problem.Message}")
            .Concat(compilation.ConfigurationProblems.Select(problem => $"{problem.Location}: {problem.Message}"));

    private static IEnumerable<string> Unbuilt(Compilation compilation) =>
        compilation.Renderings.SelectMany(rendering => rendering.Problems)
            .Where(problem => problem.Kind is BuildProblemKind.MissingReference or BuildProblemKind.OutsideRepository or BuildProblemKind.Refused or BuildProblemKind.DuplicateResource or BuildProblemKind.PatchWithoutTarget or BuildProblemKind.Cycle)
            .Select(problem => $"{problem.Location}: {problem.Message}");
}
