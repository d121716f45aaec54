using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>A build that would grow without end stops at a limit, with one problem, and the rest of the repository is built.</summary>
public sealed class BuildLimitTests
{
    private const string ConfigMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n";

    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal) { ["other/kustomization.yaml"] = "resources: [settings.yaml]\n", ["other/settings.yaml"] = ConfigMap };

    [Fact]
    public void Layers_that_double_stop_at_a_number_of_objects()
    {
        Chain(20, level => $"resources: [../a{level + 1}, ../b{level + 1}]\n");
        for (var level = 1; level <= 20; level++)
            files[$"b{level}/kustomization.yaml"] = $"namePrefix: b{level}-\nresources: [../a{level}]\n";

        AssertStops("a5/kustomization.yaml:1:20: this makes more than 20,000 objects: what 'a5' builds is not looked at", "a0");
    }

    [Fact]
    public void Components_that_double_stop_at_a_number_of_components()
    {
        Chain(20, level => $"apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../a{level + 1}, ../b{level + 1}]\n");
        for (var level = 1; level <= 20; level++)
            files[$"b{level}/kustomization.yaml"] = $"apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../a{level}]\n";
        files["a20/kustomization.yaml"] = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: a-\n";
        files["top/kustomization.yaml"] = "resources: [../other]\ncomponents: [../a0]\n";

        var renderer = Renderer();
        var layers = renderer.Render("top").Inputs;

        Assert.True(renderer.Render("top").HasGaps);
        Assert.InRange(renderer.LayersRendered, 1_000, 1_100);
        Assert.NotEmpty(layers);
        AssertOtherIsBuilt(renderer);
    }

    [Fact]
    public void A_long_chain_stops_at_a_depth()
    {
        Chain(5_000, level => $"resources: [../a{level + 1}]\n");

        AssertStops("a4936/kustomization.yaml:1:13: '../a4937' starts a chain of 64 kustomizations that include each other, and no longer one is followed", "a0", "a4900", "a4936", "a4999");
    }

    [Fact]
    public void A_chain_below_the_limit_is_followed()
    {
        Chain(63, level => $"resources: [../a{level + 1}]\n");

        Assert.Equal("settings", Assert.Single(Renderer().Render("a0").Resources).Id.Name);
    }

    [Fact]
    public void What_missing_entries_mean_is_guessed_for_the_first_of_them()
    {
        for (var i = 0; i < 30; i++)
            files[$"a/settings-{i}.yaml"] = ConfigMap;
        files["a/kustomization.yaml"] = $"resources: [{string.Join(", ", Enumerable.Range(0, 30).Select(i => $"setings-{i}.yaml"))}]\n";

        var problems = Renderer().Render("a").Problems;

        Assert.Equal(30, problems.Length);
        Assert.Equal(KustomizationGraph.MostGuesses, problems.TakeWhile(problem => problem.Nearest is not null).Count());
        Assert.All(problems.Skip(KustomizationGraph.MostGuesses), problem => Assert.Null(problem.Nearest));
    }

    private void Chain(int length, Func<int, string> kustomization)
    {
        for (var level = 0; level < length; level++)
            files[$"a{level}/kustomization.yaml"] = kustomization(level);
        files[$"a{length}/kustomization.yaml"] = "resources: [settings.yaml]\n";
        files[$"a{length}/settings.yaml"] = ConfigMap;
    }

    private Renderer Renderer()
    {
        var repository = Repository.Load(InMemoryFileSystem.Of(files));
        return new(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest);
    }

    private void AssertStops(string problem, params string[] directories)
    {
        var renderer = Renderer();

        var problems = Rendering.WithInputs(directories.Select(renderer.Render)).SelectMany(layer => layer.Problems);

        Assert.Equal([problem], problems.Select(found => $"{found.Location}: {found.Message}"));
        Assert.True(renderer.Render(directories[0]).HasGaps);
        AssertOtherIsBuilt(renderer);
    }

    private static void AssertOtherIsBuilt(Renderer renderer) => Assert.Equal("settings", Assert.Single(renderer.Render("other").Resources).Id.Name);
}
