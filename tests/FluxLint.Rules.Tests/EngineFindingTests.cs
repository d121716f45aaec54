using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Rules.Engine;
using FluxLint.Semantics;

namespace FluxLint.Rules.Tests;

/// <summary>Findings of the engine that no marked YAML file can hold.</summary>
public sealed class EngineFindingTests
{
    private static readonly InMemoryFileSystem Files = InMemoryFileSystem.Empty.WithFile("kustomization.yaml", "namespace: a\n");

    [Fact]
    public void Crashed_rule_costs_one_finding_and_the_others_go_on()
    {
        var result = Linter.Lint(Compilation.Create(Files.WithFile("b.yaml", "a: 1\na: 2\n")), RuleSet.Of(new BuiltInRules(), new CrashingPack()));

        Assert.Equal(
            ["b.yaml: FLX0005: rule ACME001 crashed on 'b.yaml': InvalidOperationException: no 'b.yaml' please", "b.yaml: FLX0002: the key 'a' is in this mapping twice"],
            Show(result.Diagnostics));
    }

    [Fact]
    public void What_one_version_of_kustomize_refuses_reaches_the_clusters_that_build_with_it()
    {
        var files = InMemoryFileSystem.Empty
            .WithFile("apps/kustomization.yaml", "resources: [a.yaml]\nreplacements:\n- sourceValue: b\n  targets: [{select: {kind: ConfigMap}, fieldPaths: [data.a]}]\n")
            .WithFile("apps/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: a}\ndata: {a: a}\n");
        foreach (var (cluster, flux) in (ReadOnlySpan<(string, string)>)[("old", "v2.6.4"), ("new", "v2.8.0")])
        {
            files = files
                .WithFile($"clusters/{cluster}/kustomization.yaml", "resources: [flux.yaml, ../../apps]\n")
                .WithFile($"clusters/{cluster}/flux.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: kustomize-controller\n  namespace: flux-system\n  labels: {{app.kubernetes.io/part-of: flux, app.kubernetes.io/version: {flux}}}\n");
        }

        var finding = Assert.Single(Linter.Lint(Compilation.Create(files), RuleSet.Of(new BuiltInRules())).Diagnostics, finding => finding.Id == "FLX0007");

        Assert.Equal("apps/kustomization.yaml:3:16", finding.Location.ToString());
        Assert.Equal("old", Assert.Single(finding.Clusters));
    }

    [Fact]
    public void Symbolic_link_that_leaves_the_repository() =>
        Assert.Equal(["linked: FLX0003: the symbolic link 'linked' leads out of the repository"], Lint(Files.WithLink("linked", "../elsewhere")));

    [Fact]
    public void Symbolic_link_that_stays_is_fine() =>
        Assert.Empty(Lint(Files.WithFile("apps/a.txt", "a").WithLink("linked", "apps")));

    [Fact]
    public void Reference_through_a_link_that_leaves_the_repository_is_one_finding_at_the_link()
    {
        var files = InMemoryFileSystem.Empty.WithLink("linked", "/elsewhere").WithFile("kustomization.yaml", "resources:\n- linked/a.yaml\n");

        Assert.Equal(["linked: FLX0003: the symbolic link 'linked' leads out of the repository"], Lint(files));
    }

    [Fact]
    public void Symbolic_link_that_leads_nowhere() =>
        Assert.Equal(["a.yaml: FLX0001: the symbolic link 'a.yaml' leads nowhere"], Lint(Files.WithLink("a.yaml", "gone.yaml")));

    [Fact]
    public void Resource_whose_name_is_not_that_of_yaml()
    {
        var files = InMemoryFileSystem.Empty.WithFile("kustomization.yaml", "resources:\n- a.txt\n").WithFile("a.txt", "kind: [a\n");

        Assert.Equal(["FLX0001"], Linter.Lint(Compilation.Create(files), RuleSet.Of(new BuiltInRules())).Diagnostics.Select(finding => finding.Id));
    }

    [Fact]
    public void Data_of_a_generator_need_not_be_yaml()
    {
        var files = InMemoryFileSystem.Empty.WithFile("kustomization.yaml", "configMapGenerator:\n- name: a\n  files: [a.txt]\n").WithFile("a.txt", "kind: [a\n");

        Assert.Empty(Lint(files));
    }

    [Fact]
    public void Text_that_is_not_valid_in_its_encoding() =>
        Assert.StartsWith("a.yaml: FLX0001: ", Assert.Single(Lint(Files.WithFile("a.yaml", [(byte)'a', (byte)':', (byte)' ', 0xFF, 0xFE]))), StringComparison.Ordinal);

    [Fact]
    public void Duplicates_name_both_places()
    {
        var files = InMemoryFileSystem.Empty
            .WithFile("kustomization.yaml", "resources:\n- a.yaml\n- b.yaml\n")
            .WithFile("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n")
            .WithFile("b.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  a: b\n  a: c\n");

        var found = Linter.Lint(Compilation.Create(files), RuleSet.Of(new BuiltInRules())).Diagnostics;

        Assert.Equal(
            ["FLX1006 b.yaml:4:9 a.yaml:4:9", "FLX0002 b.yaml:7:3 b.yaml:6:3"],
            found.Select(finding => $"{finding.Id} {finding.Location} {Assert.Single(finding.Related).Location}"));
    }

    [Fact]
    public void Crash_has_the_descriptor_of_its_rule() => Assert.Same(Rule.Crash, new RuleCrashed().Describe());

    private static IEnumerable<string> Lint(InMemoryFileSystem files) => Show(Linter.Lint(Compilation.Create(files), RuleSet.Of(new BuiltInRules())).Diagnostics);

    private static IEnumerable<string> Show(IEnumerable<Diagnostic> findings) =>
        findings.Select(finding => $"{finding.Location.Path}: {finding.Id}: {finding.Message}");
}
