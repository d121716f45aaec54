using System.Text;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Policies;
using FluxLint.Testing;

namespace FluxLint.Rules.Tests;

/// <summary>The policies of docs/policies.md find what is flagged there, and nothing in what is clean. The output below flagged blocks is made.</summary>
public sealed class PolicyPageTests
{
    private static readonly string Page = Path.Combine(Paths.Docs, "policies.md");

    [Fact]
    public void Every_policy_of_the_page_does_what_it_says()
    {
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var lines = text.Split('\n');
        var made = new StringBuilder();
        var problems = new List<string>();
        var counts = new Dictionary<string, int> { ["policy"] = 0, ["flagged"] = 0, ["clean"] = 0 };
        Policy? policy = null;
        for (var i = 0; i < lines.Length; i++)
        {
            made.Append(lines[i]).Append(i < lines.Length - 1 ? "\n" : "");
            if (lines[i].Split(' ') is not ["```yaml", var word])
                continue;
            counts[word]++;
            var end = Array.IndexOf(lines, "```", i);
            var block = string.Join('\n', lines[(i + 1)..end]) + "\n";
            made.Append(block).Append("```\n");
            if (word == "policy")
                policy = Read(block, problems);
            else if (policy is not null)
                end = Run(policy, word, block, i, lines, end, made, problems);
            i = end;
        }
        if (Blessing.IsOn)
            File.WriteAllText(Page, made.ToString());

        Assert.Empty(problems);
        Assert.Equal(10, counts["policy"]);
        Assert.All(counts.Values, count => Assert.True(count >= 10));
        Assert.Equal(made.ToString(), File.ReadAllText(Page).ReplaceLineEndings("\n"));
    }

    private static Policy? Read(string block, List<string> problems)
    {
        var files = InMemoryFileSystem.Empty.WithFile("fluxlint.yaml", "policyFiles: ['*']\n").WithFile("a.fluxlint-policy.yaml", block);
        var read = new ConfigurationChain(Repository.Open(files), RuleSet.Of(new BuiltInRules()).Infos).Read("fluxlint.yaml");
        problems.AddRange(read.Problems.Select(problem => $"{problem.Location}: {problem.Message}\n{block}"));
        return read.Configuration.Policies.FirstOrDefault();
    }

    private static int Run(Policy policy, string word, string block, int line, string[] lines, int end, StringBuilder made, List<string> problems)
    {
        var rules = RuleSet.Of(new BuiltInRules()).With([policy]);
        var found = new CaseRunner(rules).Run(policy.Name, CaseRepository.Parse("manifest.yaml", block), policy.Id.Value).Judged;
        problems.AddRange(found.Where(finding => word == "clean" || finding.Id != policy.Id.Value).Where(finding => finding.Severity > Severity.Info).Select(finding => $"line {line + 1}: {Show(finding)}"));
        if (word == "clean")
            return end;
        if (found.IsEmpty)
            problems.Add($"line {line + 1}: nothing is found in a flagged block");
        made.Append("\n```text\n").AppendJoin('\n', found.Select(Show)).Append("\n```\n");
        return lines.Length > end + 2 && lines[end + 2] == "```text" ? Array.IndexOf(lines, "```", end + 2) : end;
    }

    private static string Show(Diagnostic finding) =>
        $"{finding.Location}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Id}: {finding.Message}{(finding.Clusters is ["."] ? "" : $" (reaches {string.Join(", ", finding.Clusters)})")}";
}
