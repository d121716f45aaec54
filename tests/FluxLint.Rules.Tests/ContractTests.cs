using System.Globalization;
using System.Text.RegularExpressions;
using FluxLint.Analysis;

namespace FluxLint.Rules.Tests;

/// <summary>What the built-in rules owe beyond what every pack does: an id in the block of their folder, and entries in the lists.</summary>
public sealed partial class ContractTests
{
    private static readonly BuiltInRules Pack = new();

    public static TheoryData<string> Classes() => [.. Pack.Rules.Select(rule => rule.GetType().Name)];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Id_matches_the_block_of_its_folder(string name)
    {
        var rule = Find(name);
        var descriptor = rule.Describe();

        Assert.Matches($@"^FLX{descriptor.Category.Block}\d{{3}}$", descriptor.Id);
        Assert.Equal($"FluxLint.Rules.{descriptor.Category.Name}", rule.GetType().Namespace);
        Assert.True(File.Exists(Paths.Page(rule)), Paths.Page(rule));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void Help_leads_to_the_page_on_the_web(string name)
    {
        var page = Path.GetRelativePath(Paths.Rules, Paths.Page(Find(name))).Replace('\\', '/');

        Assert.Equal($"https://github.com/fluxlint/fluxlint/blob/main/rules/{page}", Find(name).Describe().HelpUri);
    }

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

    [Fact]
    public void A_page_says_why_an_id_is_left_out()
    {
        var ids = Pack.Rules.Select(rule => rule.Describe().Id).ToHashSet();
        var leftOut = ids.GroupBy(id => id[..4]).SelectMany(block => Enumerable.Range(1, block.Max(id => int.Parse(id[4..], CultureInfo.InvariantCulture))).Select(number => $"{block.Key}{number:000}")).Except(ids);

        Assert.Equal(["FLX8008"], leftOut);
        Assert.Contains("there is no FLX8008", File.ReadAllText(Paths.Page(Find("UnreferencedFile"))), StringComparison.Ordinal);
    }

    private static Rule Find(string name) => Pack.Rules.Single(rule => rule.GetType().Name == name);

    [GeneratedRegex(@"^\| new \| (FLX\d{4}) \|")]
    private static partial Regex NewRule();
}
