using FluxLint.Analysis;

namespace FluxLint.Testing;

/// <summary>The folder of the sources of rules, in which each has its page beside it.</summary>
/// <param name="path">Its path.</param>
internal sealed class PageFolder(string path)
{
    private static readonly string[] Sections = ["## Flagged", "## Clean"];

    // What a build copies is not what is written.
    private readonly Lazy<ILookup<string, string>> pages = new(() => Directory.EnumerateFiles(path, "*.md", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal));

    /// <summary>Whether the page of a rule is there, true, up to date, and in the assembly.</summary>
    public IEnumerable<string> Check(RulePack pack, Rule rule, RuleSet rules)
    {
        var name = rule.GetType().Name;
        if (pages.Value[name].ToList() is not [var file])
            return [$"below '{path}' there is not one page '{name}.md', beside its class"];
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var result = new PageRunner(rules).Run(rule, page);
        var problems = result.Problems.ToList();
        problems.AddRange(Sections.Where(section => !page.Contains($"\n{section}\n", StringComparison.Ordinal)).Select(section => $"the page has no section '{section}'"));
        if (page != result.Text && Blessing.IsOn)
            File.WriteAllText(file, result.Text);
        else if (page != result.Text)
            problems.Add($"the page is not up to date (FLUXLINT_BLESS=1 rewrites it): {Difference(page, result.Text)}");
        else if (pack.Page(rule).ReplaceLineEndings("\n") != page)
            problems.Add($"the page that the pack shows is not this one: it has to be embedded as '{name}.md', and built again when it was changed");
        return problems;
    }

    private static string Difference(string page, string expected)
    {
        var (lines, wanted) = (page.Split('\n'), expected.Split('\n'));
        var i = lines.Zip(wanted).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {i + 1} should be '{wanted.ElementAtOrDefault(i)}'";
    }
}
