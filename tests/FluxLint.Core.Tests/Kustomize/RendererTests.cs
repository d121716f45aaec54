using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Kustomize;

public sealed class RendererTests
{
    private const string ConfigMap = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          level: info
        """;

    [Fact]
    public void An_untouched_resource_is_one_object_for_all_that_include_it()
    {
        var renderer = Render(
            ("base/kustomization.yaml", "resources: [settings.yaml]"),
            ("base/settings.yaml", ConfigMap),
            ("a/kustomization.yaml", "resources: [../base]"),
            ("b/kustomization.yaml", "resources: [../base]"));

        var (a, b) = (Assert.Single(renderer.Render("a").Resources), Assert.Single(renderer.Render("b").Resources));

        Assert.Same(a, b);
        Assert.Equal(3, renderer.LayersRendered);
    }

    [Fact]
    public void A_patch_copies_the_path_it_changes_and_shares_the_rest()
    {
        var renderer = Render(
            ("base/kustomization.yaml", "resources: [settings.yaml]"),
            ("base/settings.yaml", ConfigMap),
            ("a/kustomization.yaml", """
                resources: [../base]
                patches:
                  - patch: |
                      apiVersion: v1
                      kind: ConfigMap
                      metadata:
                        name: settings
                      data:
                        level: debug
                """));

        var untouched = Assert.Single(renderer.Render("base").Resources).Root;
        var resource = Assert.Single(renderer.Render("a").Resources);
        var patched = resource.Root;

        Assert.NotSame(untouched, patched);
        Assert.Same(untouched["metadata"], patched["metadata"]);
        var level = patched.At("data", "level");
        Assert.Equal("a/kustomization.yaml:9:16", level?.Location.ToString());
        Assert.Equal("base/settings.yaml:6:10", level?.Derivation?.Replaced?.Location.ToString());
        Assert.Equal(
            ["base/settings.yaml:6:10 written as 'info'", "a/kustomization.yaml:9:16 set to 'debug' by the patch at a/kustomization.yaml:3:5"],
            level is null ? [] : resource.PlaceOf(level).Provenance.Select(step => $"{step.Location} {step.Message}"));
    }

    [Fact]
    public void A_directory_with_many_users_is_rendered_once_by_many_threads()
    {
        var users = Enumerable.Range(0, 40).Select(i => ($"user{i}/kustomization.yaml", "resources: [../base]"));
        var renderer = Render([("base/kustomization.yaml", "resources: [settings.yaml]"), ("base/settings.yaml", ConfigMap), .. users]);

        Parallel.For(0, 400, i => renderer.Render($"user{i % 40}"));

        Assert.Equal(41, renderer.LayersRendered);
    }

    [Fact]
    public void A_cycle_is_one_problem_and_costs_only_those_in_it()
    {
        var renderer = Render(
            ("a/kustomization.yaml", "resources: [../b, settings.yaml]"),
            ("a/settings.yaml", ConfigMap),
            ("b/kustomization.yaml", "resources: [../c]"),
            ("c/kustomization.yaml", "resources: [../a]"),
            ("free/kustomization.yaml", "resources: [../other]"),
            ("other/kustomization.yaml", "resources: [settings.yaml]"),
            ("other/settings.yaml", ConfigMap));

        Assert.Empty(renderer.Render("a").Resources);
        Assert.Empty(renderer.Render("a").Problems);
        var problem = Assert.Single(renderer.Render("c").Problems);
        Assert.Equal((BuildProblemKind.Cycle, "c/kustomization.yaml:1:13"), (problem.Kind, problem.Location.ToString()));
        Assert.Equal("this entry closes a cycle of kustomizations: 'a' -> 'b' -> 'c' -> 'a'", problem.Message);
        Assert.True(renderer.Render("a").HasGaps);
        Assert.False(renderer.Render("free").HasGaps);
        Assert.Single(renderer.Render("free").Resources);
    }

    [Fact]
    public void A_diamond_is_no_cycle_but_holds_its_base_twice()
    {
        var renderer = Render(
            ("base/kustomization.yaml", "resources: [settings.yaml]"),
            ("base/settings.yaml", ConfigMap),
            ("left/kustomization.yaml", "resources: [../base]"),
            ("right/kustomization.yaml", "resources: [../base]"),
            ("top/kustomization.yaml", "resources: [../left, ../right]"));

        var top = renderer.Render("top");

        Assert.Single(top.Resources);
        var problem = Assert.Single(top.Problems);
        Assert.Equal((BuildProblemKind.DuplicateResource, "top/kustomization.yaml:1:22"), (problem.Kind, problem.Location.ToString()));
    }

    [Theory]
    [InlineData("helmCharts: [{name: x}]")]
    [InlineData("resources: [https://example.com/a.yaml]")]
    public void A_patch_without_target_is_uncertain_where_resources_are_unknown(string gap)
    {
        var rendering = Render(("a/kustomization.yaml", $"{gap}\npatches:\n- target: {{kind: Deployment}}\n  patch: '[{{\"op\": \"remove\", \"path\": \"/spec\"}}]'\n")).Render("a");

        var patch = Assert.Single(rendering.Patches);
        Assert.Equal((0, true), (patch.Matches, patch.IsUncertain));
    }

    [Theory]
    [InlineData("resources: [missing.yaml]", BuildProblemKind.MissingReference, "1:13")]
    [InlineData("resources: [../../outside]", BuildProblemKind.OutsideRepository, "1:13")]
    [InlineData("resources: [/etc/passwd]", BuildProblemKind.OutsideRepository, "1:13")]
    [InlineData("resources: [https://example.com/a.yaml]", BuildProblemKind.RenderGap, "1:13")]
    [InlineData("resources: [github.com/org/repo//path?ref=v1]", BuildProblemKind.RenderGap, "1:13")]
    [InlineData("resource: [a.yaml]", BuildProblemKind.Refused, "1:1")]
    [InlineData("resources: a.yaml", BuildProblemKind.Refused, "1:12")]
    [InlineData("components: [../base]", BuildProblemKind.Refused, "1:14")]
    [InlineData("helmCharts: [{name: x}]", BuildProblemKind.DisabledPlugin, "1:1")]
    [InlineData("kind: Deployment\nnamePrefix: a-", BuildProblemKind.Refused, "1:7")]
    public void Each_problem_stands_at_the_entry_that_causes_it(string kustomization, BuildProblemKind kind, string position)
    {
        var renderer = Render(("a/kustomization.yaml", kustomization), ("base/kustomization.yaml", "{}"));

        var rendering = renderer.Render("a");

        var problem = Assert.Single(rendering.Problems);
        Assert.Equal((kind, $"a/kustomization.yaml:{position}"), (problem.Kind, problem.Location.ToString()));
        Assert.True(rendering.HasGaps);
    }

    private static Renderer Render(params (string Path, string Text)[] files)
    {
        var repository = Repository.Load(InMemoryFileSystem.Of(files.Select(file => KeyValuePair.Create(file.Path, file.Text))));
        return new(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest);
    }
}
