using System.Text.Json;
using FluxLint.Files;
using FluxLint.Rules;
using FluxLint.Analysis;
using FluxLint.Semantics;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>Policies are rules to every command, and their examples can be run.</summary>
public sealed class PolicyTests
{
    private const string Policy = """
        id: ORG1001
        name: team-label
        title: A workload does not say whose it is
        select: { kinds: [Deployment] }
        require: [metadata.labels.team]

        """;

    private const string Web = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\n";

    [Theory]
    [InlineData("", "web.yaml:4:9: warning ORG1001: 'metadata.labels.team' is missing")]
    [InlineData("rules: { ORG1001: error }", "web.yaml:4:9: error ORG1001: 'metadata.labels.team' is missing")]
    [InlineData("rules: { team-label: info }", "web.yaml:4:9: info ORG1001: 'metadata.labels.team' is missing")]
    [InlineData("rules: { ORG: off }", "")]
    [InlineData("overrides: [{ paths: [web.yaml], rules: { ORG1001: off } }]", "")]
    [InlineData("suppressions: [{ rules: [team-label], paths: [web.yaml], reason: later }]", "")]
    public async Task Policy_is_configured_as_a_rule(string configuration, string expected)
    {
        using var repository = Repository(configuration);

        var run = await CommandRun.Of(repository.Root, "lint", "-o", "short", "--no-cache");

        Assert.Equal(expected, run.Output.Split('\n').FirstOrDefault(line => line.Contains("ORG1001", StringComparison.Ordinal)) ?? "");
        Assert.DoesNotContain("FLX0008", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_is_listed_and_explained()
    {
        using var repository = Repository("");

        Assert.Contains("ORG1001  team-label", (await CommandRun.Of(repository.Root, "rules")).Output, StringComparison.Ordinal);
        Assert.Contains("require: [metadata.labels.team]", (await CommandRun.Of(repository.Root, "explain", "team-label")).Output, StringComparison.Ordinal);
        using var log = JsonDocument.Parse((await CommandRun.Of(repository.Root, "lint", "-o", "sarif", "--no-cache")).Output);
        // What a repository brings is no part of the tool.
        var extension = Assert.Single(log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("extensions").EnumerateArray());
        Assert.Equal("fluxlint.yaml", extension.GetProperty("name").GetString());
        Assert.Contains(extension.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("id").GetString() == "ORG1001");
        Assert.Contains("there is no rule 'ORG2'", (await CommandRun.Of(repository.Root, "lint", "--select", "ORG2")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comment_and_cache_know_policies()
    {
        using var repository = Repository("");
        var first = await CommandRun.Of(repository.Root, "lint", "-o", "short", "--select", "ORG1001");
        repository.Write("web.yaml", Web.Replace("  name: web", "  name: web # fluxlint-disable-line ORG1001 -- nobody's", StringComparison.Ordinal));
        var second = await CommandRun.Of(repository.Root, "lint", "-o", "short", "--select", "ORG1001");

        Assert.Contains("ORG1001", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ORG1001", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_are_run()
    {
        using var repository = Repository("");
        repository
            .Write("policies/ORG1001.test.yaml", Web + "#~         ^^^^ ORG1001\n")
            .Write("policies/ORG1001.clean.test.yaml", Web + "  labels: { team: a }\n")
            .Write("policies/ORG1009.test.yaml", Web)
            .Write("policies/ORG1001.several.test/kustomization.yaml", "resources: [web.yaml]\n")
            .Write("policies/ORG1001.several.test/web.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n#~      ^^^ ORG1001: 'metadata.labels.team' is missing\n");

        var run = await CommandRun.Of(repository.Root, "policies", "test");
        var part = await CommandRun.Of(repository.Root, "policies", "test", "policies/ORG1001.several.test");
        var linted = await CommandRun.Of(repository.Root, "lint", "-o", "short", "--no-cache");

        Assert.Equal(
            """
            ok      policies/ORG1001.clean.test.yaml
            ok      policies/ORG1001.several.test
            failed  policies/ORG1001.test.yaml
                      ORG1001.test.yaml: line 5: expected and not found: #~         ^^^^ ORG1001
                      ORG1001.test.yaml: line 4: found and not expected: #~      ^^^ ORG1001: 'metadata.labels.team' is missing
            failed  policies/ORG1009.test.yaml
                      there is no policy 'ORG1009'

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Equal((1, "2 passed, 2 failed\n"), (run.ExitCode, run.Error));
        Assert.Equal((0, "ok      policies/ORG1001.several.test\n"), (part.ExitCode, part.Output));
        Assert.DoesNotContain("policies/", linted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repository_without_policies_has_no_examples()
    {
        using var repository = new SmallRepository();

        var run = await CommandRun.Of(repository.Root, "policies", "test");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has no policies", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policies/a.fluxlint-policy.yaml", "id: ORG1001\nname: team-label\nrequire: [metadata.labels.owner]\n")]
    [InlineData("policies/b.fluxlint-policy.yaml", "id: ORG1002\nname: other\nrequire: [spec.x]\n")]
    [InlineData("web.yaml", Web + "  labels: { team: a }\n")]
    public void Edit_gives_what_a_new_lint_gives(string path, string text)
    {
        var files = InMemoryFileSystem.Empty
            .WithFile("fluxlint.yaml", "policyFiles: [policies/*]\n").WithFile("policies/a.fluxlint-policy.yaml", Policy)
            .WithFile("kustomization.yaml", "resources: [web.yaml]\n").WithFile("web.yaml", Web);
        var rules = RuleSet.Of(new BuiltInRules());
        var before = Compilation.Create(files, new() { Rules = rules.Infos });
        var first = Linter.Lint(before, rules);

        var edited = Linter.Lint(before.With(path, text), rules, new() { Before = first });

        Assert.Equal(Show(Linter.Lint(Compilation.Create(files.WithFile(path, text), new() { Rules = rules.Infos }), rules)), Show(edited));
    }

    private static IEnumerable<string> Show(LintResult result) => result.Diagnostics.Select(finding => $"{finding.Location}: {finding.Id}: {finding.Message}");

    private static SmallRepository Repository(string configuration) => new SmallRepository()
        .Write("fluxlint.yaml", $"policyFiles: [policies/*]\n{configuration}\n")
        .Write("policies/a.fluxlint-policy.yaml", Policy)
        .Write("kustomization.yaml", "resources: [web.yaml]\n")
        .Write("web.yaml", Web);
}
