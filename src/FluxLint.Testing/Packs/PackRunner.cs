using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluxLint.Analysis;

namespace FluxLint.Testing;

/// <summary>
/// Runs all that a rule pack owes to those who use it: its list and its ids, and for each rule the descriptor, the page, the cases and the
/// fixes. Each is a check with a name, to be a row of a theory in the framework that the tests are written for.
/// </summary>
public sealed class PackRunner
{
    private readonly Dictionary<string, Func<IEnumerable<string>>> checks = new(StringComparer.Ordinal);

    private PackRunner(RulePack pack, PageFolder pages, string cases)
    {
        var set = RuleSet.Of(pack);
        var runner = new CaseRunner(set);
        Add("pack: list", () => PackChecks.List(pack));
        Add("pack: ids", () => PackChecks.Ids(pack));
        Add("pack: cases", () => PackChecks.Folders(pack, cases));
        foreach (var rule in pack.Rules)
        {
            var name = rule.GetType().Name;
            var owned = new RuleCases(rule, set, Path.Combine(cases, name));
            Add($"{name}: descriptor", () => DescriptorChecks.Of(rule));
            Add($"{name}: page", () => pages.Check(pack, rule, set));
            Add($"{name}: cases", owned.Kinds);
            Add($"{name}: fixes", owned.Fixes);
            foreach (var path in owned.Paths)
                Add($"{name}: {Path.GetFileName(path)}", () => runner.Run(path, rule.Describe().Id) is { Passed: false } failed ? [failed.Report] : []);
        }
    }

    /// <summary>The names of the checks: those of the pack first, and then those of its rules.</summary>
    public ImmutableArray<string> Checks => [.. checks.Keys];

    /// <summary>Reads what there is to check.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="rules">The folder with the sources of the rules, and the pages beside them, from the folder of the test.</param>
    /// <param name="cases">The folder with a folder of cases for each rule, from the folder of the test.</param>
    /// <param name="test">The source of the test, which the compiler fills in.</param>
    /// <exception cref="DirectoryNotFoundException">A folder is not there. The message says what to do.</exception>
    /// <exception cref="ArgumentException">Two rules have one id.</exception>
    public static PackRunner Of(RulePack pack, string rules, string cases = "Cases", [CallerFilePath] string test = "") =>
        new(pack, new(Folder(rules, test)), Folder(cases, test));

    /// <summary>Runs a check. <c>FLUXLINT_BLESS=1</c> rewrites markers, fixed cases and what is generated in pages to what is.</summary>
    /// <param name="check">One of <see cref="Checks"/>.</param>
    /// <exception cref="PackException">The pack does not keep to it. The message has a sentence for each thing that is wrong.</exception>
    /// <exception cref="ArgumentException">There is no such check.</exception>
    public void Run(string check)
    {
        if (!checks.TryGetValue(check, out var run))
            throw new ArgumentException($"there is no check '{check}'", nameof(check));
        ImmutableArray<string> problems = [.. run()];
        if (!problems.IsEmpty)
            throw new PackException($"{check}\n{string.Join('\n', problems)}");
    }

    private void Add(string name, Func<IEnumerable<string>> check) => checks.Add(name, check);

    private static string Folder(string path, string test)
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test) ?? "", path));
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"there is no folder '{folder}'; it is looked for from '{test}', and where that is not the path of the test, DeterministicSourcePaths has to be false in its project");
    }
}
