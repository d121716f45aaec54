using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Rules.Tests;

/// <summary>What suppressions and baselines hide, with all rules at work.</summary>
public sealed class SuppressionTests
{
    private const string Release = """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: podinfo
          namespace: apps
        spec:
          interval: 30m
          chart:
            spec:
              chart: podinfo
              version: 6.x
              sourceRef:
                kind: HelmRepository
                name: podinfo

        """;

    private static readonly RuleSet Rules = RuleSet.Of(new BuiltInRules());

    [Fact]
    public void A_comment_hides_what_starts_on_its_line_and_keeps_its_reason()
    {
        var result = Lint(Repository(Release.Replace("6.x", "6.x # fluxlint-disable-line FLX3001 -- moved by hand", StringComparison.Ordinal)));

        Assert.DoesNotContain("FLX3001", Ids(result));
        Assert.Equal(new(SuppressionKind.InSource, "moved by hand"), Assert.Single(result.Suppressed).Suppression);
    }

    [Fact]
    public void A_region_ends_where_it_is_told_to()
    {
        var other = Release.Replace("podinfo", "other", StringComparison.Ordinal);

        var result = Lint(Repository($"# fluxlint-disable FLX3 -- old\n{Release}# fluxlint-enable FLX3001\n---\n{other}"));

        Assert.Equal(["FLX3001"], Ids(result).Where(id => id.StartsWith("FLX3", StringComparison.Ordinal)));
        Assert.Contains("'other'", result.Diagnostics.Single(diagnostic => diagnostic.Id == "FLX3001").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_annotation_spares_the_clusters_of_its_object_alone()
    {
        var files = InMemoryFileSystem.Empty.WithFile("base/podinfo.yaml", Release).WithFile("base/kustomization.yaml", Kustomization("podinfo.yaml"))
            .WithFile("clusters/a/kustomization.yaml", Kustomization("../../base"))
            .WithFile("clusters/b/kustomization.yaml", Kustomization("../../base") + "commonAnnotations:\n  ignore.fluxlint.dev/FLX3001: b is for trying out\n");

        var finding = Lint(files).Diagnostics.Single(diagnostic => diagnostic.Id == "FLX3001");

        Assert.Equal("a", Assert.Single(finding.Clusters));
    }

    [Fact]
    public void An_entry_for_clusters_leaves_the_others()
    {
        var files = InMemoryFileSystem.Empty.WithFile("base/podinfo.yaml", Release).WithFile("base/kustomization.yaml", Kustomization("podinfo.yaml"))
            .WithFile("clusters/a/kustomization.yaml", Kustomization("../../base"))
            .WithFile("clusters/b/kustomization.yaml", Kustomization("../../base"))
            .WithFile("fluxlint.yaml", "suppressions:\n  - rules: [FLX3]\n    clusters: [b]\n    reason: b is for trying out\n");

        Assert.Equal("a", Assert.Single(Lint(files).Diagnostics.Single(diagnostic => diagnostic.Id == "FLX3001").Clusters));
    }

    [Fact]
    public void An_entry_works_until_its_last_day_is_over()
    {
        var files = Repository(Release).WithFile("fluxlint.yaml", "suppressions:\n  - rules: [FLX3001]\n    resource: HelmRelease/apps/*\n    reason: soon\n    until: 2027-01-31\n");

        var (last, next) = (Lint(files, new(2027, 1, 31)), Lint(files, new(2027, 2, 1)));

        Assert.DoesNotContain("FLX3001", Ids(last));
        Assert.Equal(new DateOnly(2027, 1, 31), last.HoldsUntil);
        Assert.Contains("FLX3001", Ids(next));
        Assert.Equal("the suppression of 'FLX3001' ended on 2027-01-31", next.Diagnostics.Single(diagnostic => diagnostic.Id == "FLX9002").Message);
        Assert.Null(next.HoldsUntil);
    }

    [Fact]
    public void What_the_command_line_leaves_out_is_not_called_unused()
    {
        var files = Repository(Release.Replace("6.x", "6.1.0 # fluxlint-disable-line FLX3001, FLX1 -- moved by hand", StringComparison.Ordinal));
        var compilation = Compilation.Create(files, new() { Rules = Rules.Infos });

        var result = Linter.Lint(compilation, Rules, new() { Selection = new() { Ignored = ["FLX3001", "FLX1001"] } });

        Assert.DoesNotContain("FLX9002", Ids(result));
    }

    [Fact]
    public void Fixes_leave_alone_what_is_suppressed()
    {
        var files = Repository(Release).WithFile("kustomization.yaml", "# fluxlint-disable-file FLX1001 -- comes from elsewhere\n" + Kustomization("podinfo.yml"));

        var result = Fixer.Fix(Compilation.Create(files, new() { Rules = Rules.Infos }), Rules, FixSafety.Unsafe);

        Assert.DoesNotContain(result.Files, file => file.Path == "kustomization.yaml");
    }

    [Fact]
    public void Wrong_configuration_cannot_be_hidden()
    {
        var result = Lint(Repository(Release).WithFile("fluxlint.yaml", "# fluxlint-disable-file FLX0008 -- never mind\nprest: all\n"));

        Assert.Contains("FLX0008", Ids(result));
    }

    [Fact]
    public void A_comment_hides_one_place_of_a_cause_and_leaves_the_others()
    {
        var result = Lint(Gadgets("b.yaml", "c.yaml").WithFile("b.yaml", Gadget("kind: Gadget # fluxlint-disable-line FLX5003 -- comes by hand").Replace("NAME", "b", StringComparison.Ordinal)));

        var found = result.Diagnostics.Single(diagnostic => diagnostic.Id == "FLX5003");
        Assert.Equal(("c.yaml", 0), (found.Location.Path, found.Related.Length));
        Assert.Equal("b.yaml", Assert.Single(result.Suppressed).Location.Path);
    }

    [Fact]
    public void One_more_place_of_a_cause_of_old_is_new()
    {
        var baseline = WithBaseline(Gadgets("b.yaml", "c.yaml")).ReadAllBytes("baseline.sarif");

        var result = Lint(Gadgets("a.yaml", "b.yaml", "c.yaml").WithFile("baseline.sarif", baseline).WithFile("fluxlint.yaml", "baseline: baseline.sarif\n"));

        Assert.Equal(("a.yaml", 0), (Assert.Single(result.Diagnostics).Location.Path, result.Diagnostics[0].Related.Length));
        Assert.Equal(["b.yaml", "c.yaml"], result.Suppressed.Select(diagnostic => diagnostic.Location.Path));
    }

    [Fact]
    public void Nothing_is_left_of_a_repository_that_its_baseline_holds()
    {
        var result = Lint(WithBaseline(Fleet()));

        Assert.Empty(result.Diagnostics);
        Assert.NotEmpty(result.Suppressed);
    }

    [Fact]
    public void A_new_fault_is_all_there_is_after_lines_moved_and_a_directory_was_renamed()
    {
        var old = WithBaseline(Fleet());
        var renamed = Fleet("services").WithFile("baseline.sarif", old.ReadAllBytes("baseline.sarif")).WithFile("fluxlint.yaml", "# a comment\n\nbaseline: baseline.sarif\n");
        var moved = renamed.WithFile("services/one/podinfo.yaml", "# one line\n# and another\n" + Release);

        var planted = moved.WithFile("services/two/podinfo.yaml", Release.Replace("podinfo", "two", StringComparison.Ordinal) + "---\n" + Release.Replace("podinfo", "new", StringComparison.Ordinal));

        Assert.Empty(Lint(moved).Diagnostics);
        Assert.All(Lint(planted).Diagnostics, diagnostic => Assert.Contains("'new'", diagnostic.Message, StringComparison.Ordinal));
        Assert.Contains("FLX3001", Ids(Lint(planted)));
    }

    [Fact]
    public void An_equal_fault_in_another_file_is_new()
    {
        var files = WithBaseline(Fleet()).WithFile("apps/three/podinfo.yaml", Release).WithFile("apps/three/kustomization.yaml", Kustomization("podinfo.yaml"))
            .WithFile("clusters/three/kustomization.yaml", Kustomization("../../apps/three"));

        Assert.Equal(["apps/three/podinfo.yaml"], Lint(files).Diagnostics.Where(diagnostic => diagnostic.Id == "FLX3001").Select(diagnostic => diagnostic.Location.Path));
    }

    [Fact]
    public void A_fix_takes_the_entries_in_vain_out_of_the_baseline()
    {
        var files = WithBaseline(Fleet()).WithFile("apps/one/podinfo.yaml", Release.Replace("6.x", "6.1.0", StringComparison.Ordinal));

        var result = Fixer.Fix(Compilation.Create(files, new() { Rules = Rules.Infos }), Rules, FixSafety.Safe);

        Assert.Equal(["FLX9003"], result.Fixed.Select(diagnostic => diagnostic.Id));
        Assert.Empty(result.Remaining.Diagnostics);
        Assert.Equal("baseline.sarif", Assert.Single(result.Files).Path);
    }

    private static InMemoryFileSystem Repository(string manifest) =>
        InMemoryFileSystem.Empty.WithFile("podinfo.yaml", manifest).WithFile("kustomization.yaml", Kustomization("podinfo.yaml"));

    private static InMemoryFileSystem Gadgets(params string[] files) => files.Aggregate(
        InMemoryFileSystem.Empty.WithFile("kustomization.yaml", Kustomization(["crd.yaml", .. files])).WithFile("crd.yaml", """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec: {group: example.com, scope: Namespaced, names: {kind: Widget, plural: widgets}, versions: []}

            """),
        (repository, file) => repository.WithFile(file, Gadget("kind: Gadget").Replace("NAME", file[..1], StringComparison.Ordinal)));

    private static string Gadget(string kind) => $"apiVersion: example.com/v1\n{kind}\nmetadata: {{name: g-NAME, namespace: kube-system}}\n";

    private static InMemoryFileSystem Fleet(string apps = "apps") => InMemoryFileSystem.Empty
        .WithFile($"{apps}/one/podinfo.yaml", Release).WithFile($"{apps}/one/kustomization.yaml", Kustomization("podinfo.yaml"))
        .WithFile($"{apps}/two/podinfo.yaml", Release.Replace("podinfo", "two", StringComparison.Ordinal)).WithFile($"{apps}/two/kustomization.yaml", Kustomization("podinfo.yaml"))
        .WithFile("clusters/one/kustomization.yaml", Kustomization($"../../{apps}/one", $"../../{apps}/two"))
        .WithFile("clusters/two/kustomization.yaml", Kustomization($"../../{apps}/one", $"../../{apps}/missing"));

    private static InMemoryFileSystem WithBaseline(InMemoryFileSystem files)
    {
        using var baseline = new MemoryStream();
        new BaselineReporter().Write(Lint(files), baseline);
        return files.WithFile("baseline.sarif", baseline.ToArray()).WithFile("fluxlint.yaml", "baseline: baseline.sarif\n");
    }

    private static string Kustomization(params string[] resources) =>
        $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n{string.Concat(resources.Select(resource => $"  - {resource}\n"))}";

    private static LintResult Lint(InMemoryFileSystem files, DateOnly? today = null) =>
        Linter.Lint(Compilation.Create(files, new() { Rules = Rules.Infos }), Rules, new() { Today = today });

    private static IEnumerable<string> Ids(LintResult result) => result.Diagnostics.Select(diagnostic => diagnostic.Id);
}
