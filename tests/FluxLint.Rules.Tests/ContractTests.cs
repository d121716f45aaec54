using System.Text.RegularExpressions;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Testing;

namespace FluxLint.Rules.Tests;

/// <summary>What every rule owes: a place in the pack, an id in its block, a page, cases, and an entry in the lists.</summary>
public sealed partial class ContractTests
{
    /// <summary>Rules whose findings no YAML file can cause; they are tested in code.</summary>
    private static readonly string[] WithoutCases = ["RuleCrashed"];

    private static readonly BuiltInRules Pack = new();

    public static TheoryData<string> Classes() => [.. Pack.Rules.Select(rule => rule.GetType().Name)];

    [Fact]
    public void Every_rule_of_the_assembly_is_in_the_pack()
    {
        var classes = typeof(BuiltInRules).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract);

        Assert.Equal(classes.Select(type => type.Name).Order(), Pack.Rules.Select(rule => rule.GetType().Name).Order());
    }

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = Pack.Rules.Select(rule => rule.Describe().Id).ToList();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Id_matches_the_block_of_its_folder(string name)
    {
        var rule = Find(name);
        var descriptor = rule.Describe();

        Assert.Matches($@"^FLX{descriptor.Category.Block}\d{{3}}$", descriptor.Id);
        Assert.Equal($"FluxLint.Rules.{descriptor.Category.Name}", rule.GetType().Namespace);
        Assert.False(descriptor.Title.EndsWith('.'), "a title has no full stop");
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Help_leads_to_the_page_on_the_web(string name)
    {
        var page = Path.GetRelativePath(Paths.Rules, Paths.Page(Find(name))).Replace('\\', '/');

        Assert.Equal($"https://github.com/fluxlint/fluxlint/blob/main/rules/{page}", Find(name).Describe().HelpUri);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Page_is_beside_the_rule_and_embedded(string name) =>
        Assert.Equal(File.ReadAllText(Paths.Page(Find(name))), Pack.Page(Find(name)));

    [Theory]
    [MemberData(nameof(Classes))]
    public void Rule_has_a_case_with_a_finding_and_a_near_miss(string name)
    {
        if (WithoutCases.Contains(name))
            return;
        var id = Find(name).Describe().Id;

        var cases = CaseRunner.Find(Path.Combine(Paths.Cases, name)).Select(CaseRepository.Load).ToList();

        Assert.Contains(cases, repository => Marks(repository, id));
        Assert.Contains(cases, repository => !Marks(repository, id));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Fixes_of_the_cases_are_as_sure_as_declared(string name)
    {
        if (WithoutCases.Contains(name))
            return;
        var descriptor = Find(name).Describe();
        var runner = new CaseRunner(RuleSet.Of(Pack));

        var fixes = CaseRunner.Find(Path.Combine(Paths.Cases, name))
            .SelectMany(path => runner.Run(name, CaseRepository.Load(path), descriptor.Id).Judged)
            .Where(finding => finding.Id == descriptor.Id)
            .Select(finding => finding.Fix?.Safety)
            .OfType<FixSafety>()
            .ToList();

        Assert.Equal(descriptor.Fix, fixes.Count == 0 ? null : fixes.Max());
    }

    [Fact]
    public void Every_case_folder_is_of_a_rule() =>
        Assert.Empty(Directory.EnumerateDirectories(Paths.Cases).Select(Path.GetFileName).Except(Pack.Rules.Select(rule => rule.GetType().Name)));

    [Fact]
    public void Index_is_up_to_date()
    {
        const string marker = "<!-- generated from here on -->\n";
        var path = Path.Combine(Paths.Rules, "README.md");
        var text = File.ReadAllText(path);
        var rows = Pack.Rules.Select(rule => (Rule: rule, Descriptor: rule.Describe())).Select(row =>
            $"| [{row.Descriptor.Id}](FluxLint.Rules/{row.Descriptor.Category.Name}/{row.Rule.GetType().Name}.md) | {row.Rule.Name} | {row.Descriptor.Severity.ToString().ToLowerInvariant()} | {row.Descriptor.Fix?.ToString().ToLowerInvariant() ?? ""} | {row.Descriptor.Title} |\n");

        var kept = text[..(text.IndexOf(marker, StringComparison.Ordinal) + marker.Length)];

        Generated.Match(path, kept + "\n| Id | Name | Severity | Fix | Finds |\n|---|---|---|---|---|\n" + string.Concat(rows));
    }

    [Fact]
    public void Every_id_is_in_the_release_that_brought_it()
    {
        var released = new List<(string Id, string Since)>();
        var version = "";
        foreach (var line in File.ReadLines(Path.Combine(Paths.Rules, "FluxLint.Rules", "RuleReleases.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                version = line[3..];
            else if (NewRule().Match(line) is { Success: true } row)
                released.Add((row.Groups[1].Value, version));
        }

        Assert.Equal(Pack.Rules.Select(rule => rule.Describe()).Select(descriptor => (descriptor.Id, descriptor.Since)), released.Order());
    }

    private static Rule Find(string name) => Pack.Rules.Single(rule => rule.GetType().Name == name);

    private static bool Marks(CaseRepository repository, string id) => repository.Files.Any(file => file.Markers.Any(marker => marker.Id == id));

    [GeneratedRegex(@"^\| new \| (FLX\d{4}) \|")]
    private static partial Regex NewRule();
}
