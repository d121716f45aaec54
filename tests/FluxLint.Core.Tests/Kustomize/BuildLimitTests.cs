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

    [Theory]
    [InlineData("patches", "- {target: {kind: Pod}, patch: '[{\"op\":\"add\",\"path\":\"/data\",\"value\":{}}]'}")]
    [InlineData("images", "- {name: app, newTag: v1}")]
    [InlineData("labels", "- {pairs: {a: b}}")]
    public void Entries_times_objects_stop_at_a_number_of_changes(string field, string entry)
    {
        files["top/kustomization.yaml"] = $"resources: [many.yaml]\n{field}:\n{string.Concat(Enumerable.Repeat($"{entry}\n", 1_001))}";
        files["top/many.yaml"] = string.Join("---\n", Enumerable.Range(0, 1_000).Select(i => $"apiVersion: v1\nkind: Pod\nmetadata: {{name: app-{i}}}\nspec: {{containers: [{{image: app:v0}}]}}\n"));

        AssertStops("top/kustomization.yaml:1:1: this changes objects more than 1,000,000 times: what 'top' builds is not looked at", "top");
        Assert.Empty(Renderer().Render("top").Resources);
    }

    [Theory]
    [InlineData("images", "- {name: app, newTag: v1}", "kind: Pod\nmetadata: {name: app}\nspec:\n  containers:\n", "  - {image: app:v0}")]
    [InlineData("commonLabels", "LABEL: b", "kind: StatefulSet\nmetadata: {name: app}\nspec:\n  volumeClaimTemplates:\n", "  - {metadata: {name: a}}")]
    public void Entries_times_places_in_one_object_stop_at_a_number_of_changes(string field, string entry, string start, string place)
    {
        var entries = Enumerable.Range(0, 1_001).Select(i => $"  {entry.Replace("LABEL", $"a{i}", StringComparison.Ordinal)}\n");
        files["top/kustomization.yaml"] = $"resources: [app.yaml]\n{field}:\n{string.Concat(entries)}";
        files["top/app.yaml"] = $"apiVersion: {(start.Contains("Pod", StringComparison.Ordinal) ? "v1" : "apps/v1")}\n{start}{string.Concat(Enumerable.Repeat($"{place}\n", 1_000))}";

        AssertStops("top/kustomization.yaml:1:1: this changes objects more than 1,000,000 times: what 'top' builds is not looked at", "top");
    }

    [Theory]
    [InlineData("commonLabels:\n")]
    [InlineData("commonAnnotations:\n")]
    public void Labels_take_memory_by_their_number(string field)
    {
        var few = Allocated(500);

        Assert.InRange(Allocated(4_000), few, few * 16);

        // All on this thread: a rendering is made by whoever asks first.
        long Allocated(int labels)
        {
            files["top/kustomization.yaml"] = $"resources: [app.yaml]\n{field}{string.Concat(Enumerable.Range(0, labels).Select(i => $"  a{i}: b\n"))}";
            files["top/app.yaml"] = $"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: app\n  labels:\n{string.Concat(Enumerable.Range(0, labels).Select(i => $"    a{i}: c\n"))}";
            var renderer = Renderer();
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Single(renderer.Render("top").Resources);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("configMapGenerator: [ENTRIES]\n", "{name: aINDEX, files: [large.txt]}")]
    [InlineData("configMapGenerator: [{name: a, files: [ENTRIES]}]\n", "kINDEX=large.txt")]
    [InlineData("secretGenerator: [{name: a, envs: [ENTRIES]}]\n", "large.txt")]
    public void Files_that_generators_take_in_stop_at_a_size(string kustomization, string entry)
    {
        files["top/large.txt"] = new('x', 1_000_000);
        files["top/kustomization.yaml"] = kustomization.Replace("ENTRIES", string.Join(", ", Enumerable.Range(0, 100).Select(i => entry.Replace("INDEX", $"{i}", StringComparison.Ordinal))), StringComparison.Ordinal);

        var rendering = Renderer().Render("top");
        var problem = Assert.Single(rendering.Problems);

        Assert.Equal((BuildProblemKind.Limit, "this takes more than 64,000,000 bytes of files into objects: what 'top' builds is not looked at"), (problem.Kind, problem.Message));
        Assert.Empty(rendering.Resources);
        AssertOtherIsBuilt(Renderer());
    }

    [Fact]
    public void What_generators_take_in_counts_by_its_size()
    {
        files["top/large.txt"] = new('x', 1_000_000);
        files["top/kustomization.yaml"] = "configMapGenerator: [{name: a, files: [large.txt, k=large.txt]}]\n";

        Assert.Equal(4_000, Renderer().Render("top").Made);
    }

    [Fact]
    public void Copies_of_an_object_in_itself_stop_at_a_size()
    {
        var operations = string.Join(", ", Enumerable.Range(0, 60).Select(i => $$"""{"op": "copy", "from": "/data", "path": "/data/c{{i}}"}"""));
        files["top/kustomization.yaml"] = $"resources: [settings.yaml]\npatches:\n- target: {{kind: ConfigMap}}\n  patch: '[{operations}]'\n";
        files["top/settings.yaml"] = ConfigMap + "data: {a: b}\n";

        var problem = Assert.Single(Renderer().Render("top").Problems);

        Assert.Equal((BuildProblemKind.Limit, "with this operation, an object grows beyond what is worked on: ConfigMap 'settings' is looked at without this patch"), (problem.Kind, problem.Message));
        AssertOtherIsBuilt(Renderer());
    }

    [Fact]
    public void Copies_that_nest_stop_at_a_depth()
    {
        var operations = string.Join(", ", Enumerable.Repeat("""{"op": "copy", "from": "/data", "path": "/data/c"}""", 2_000));
        files["top/kustomization.yaml"] = $"resources: [settings.yaml]\npatches:\n- target: {{kind: ConfigMap}}\n  patch: '[{operations}]'\n";
        files["top/settings.yaml"] = ConfigMap + "data: {a: b}\n";

        Assert.Equal(BuildProblemKind.Limit, Assert.Single(Renderer().Render("top").Problems).Kind);
    }

    [Theory]
    [InlineData("kind: ConfigMap, name: settings, fieldPath: data", "data.left, data.right", "create: true")]
    [InlineData("kind: ConfigMap, name: settings, fieldPath: data.a", "data.a", "delimiter: '-', index: 9999999")]
    public void Replacements_that_double_stop_at_a_size(string source, string paths, string options)
    {
        files["top/kustomization.yaml"] = "resources: [settings.yaml]\nreplacements:\n" + string.Concat(Enumerable.Repeat($"- source: {{{source}}}\n  targets: [{{select: {{kind: ConfigMap}}, fieldPaths: [{paths}], options: {{{options}}}}}]\n", 22));
        files["top/settings.yaml"] = ConfigMap + "data: {a: b-c}\n";

        Assert.All(Renderer().Render("top").Problems, problem => Assert.Equal(
            (BuildProblemKind.Limit, "with this replacement, ConfigMap 'settings' grows beyond what is worked on"),
            (problem.Kind, problem.Message)));
        Assert.NotEmpty(Renderer().Render("top").Problems);
    }

    [Theory]
    [InlineData("replacements: [{source: {kind: ConfigMap, name: settings}, targets: [{select: {kind: ConfigMap}, fieldPaths: [PATH.], options: {create: true}}]}]\n", '.')]
    [InlineData("labels: [{pairs: {a: b}, fields: [{path: PATH/, create: true}]}]\n", '/')]
    [InlineData("namePrefix: a-\nconfigurations: [fields.yaml]\n", '/')]
    public void A_path_deeper_than_objects_are_is_not_followed(string kustomization, char separator)
    {
        var path = string.Join(separator, Enumerable.Repeat("a", 100_000));
        files["top/kustomization.yaml"] = "resources: [settings.yaml]\n" + kustomization.Replace($"PATH{separator}", path, StringComparison.Ordinal);
        files["top/fields.yaml"] = $"namePrefix: [{{path: {path}, create: true}}]\n";
        files["top/settings.yaml"] = ConfigMap;

        var problem = Assert.Single(Renderer().Render("top").Problems);

        Assert.Equal((BuildProblemKind.Limit, "no path of more than 256 steps is followed"), (problem.Kind, problem.Message));
        Assert.Single(Renderer().Render("top").Resources);
    }

    [Fact]
    public void Long_lists_are_not_merged()
    {
        string Pod(string name) => $"apiVersion: v1\nkind: Pod\nmetadata: {{name: app}}\nspec:\n  containers:\n{string.Concat(Enumerable.Range(0, 2_001).Select(i => $"  - {{name: {name}-{i}}}\n"))}";
        files["top/kustomization.yaml"] = "resources: [pod.yaml]\npatches: [{path: patch.yaml}]\n";
        files["top/pod.yaml"] = Pod("one");
        files["top/patch.yaml"] = Pod("other");

        var rendering = Renderer().Render("top");

        Assert.Equal("lists of more than 4,000 items are not merged: Pod 'app' is looked at without this patch", Assert.Single(rendering.Problems).Message);
        Assert.True(Assert.Single(rendering.Resources).HasUnknownValues);
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
