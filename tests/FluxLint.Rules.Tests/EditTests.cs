using CsCheck;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Rules.Tests;

/// <summary>A compilation after edits is as good as a fresh one, and shares with the one before what the edits leave alone.</summary>
public sealed class EditTests
{
    /// <summary>How many edits are tried in all; FLUXLINT_EDITS asks for more.</summary>
    private static readonly int Edits = int.TryParse(Environment.GetEnvironmentVariable("FLUXLINT_EDITS"), out var more) ? more : 2_000;

    private const int EditsInARow = 20;

    private static readonly RuleSet Rules = RuleSet.Of(new BuiltInRules());

    private static readonly LintOptions Everything = new() { Selection = new() { Preset = Preset.All } };

    private static readonly Dictionary<string, string> Start = new(StringComparer.Ordinal)
    {
        ["fluxlint.yaml"] = "clusters:\n  - class: all\n    paths: [clusters/*]\n",
        ["clusters/a/kustomization.yaml"] = "resources:\n  - flux.yaml\n  - ../../apps/overlay\n",
        ["clusters/a/flux.yaml"] = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: flux-system, namespace: flux-system}\nspec:\n  interval: 5m\n  path: ./clusters/a\n  prune: true\n  sourceRef: {kind: GitRepository, name: flux-system}\n",
        ["clusters/b/kustomization.yaml"] = "resources:\n  - ../../apps/base\n",
        ["apps/base/kustomization.yaml"] = "resources:\n  - config.yaml\n",
        ["apps/base/config.yaml"] = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata: {VERSION: \"1\"}\n",
        ["apps/overlay/kustomization.yaml"] = "resources:\n  - ../base\nnamespace: shared\n",
        ["apps/plain/config.yaml"] = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: vars, namespace: flux-system}\ndata: {VERSION: \"2\"}\n",
        ["charts/web/Chart.yaml"] = "apiVersion: v2\nname: web\nversion: 1.0.0\n",
        ["charts/web/values.yaml"] = "replicas: 1\n",
        ["charts/web/templates/config.yaml"] = "{{ .Values.replicas }}\n",
        ["lib/kustomization.yaml"] = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n",
    };

    [Fact]
    public void Findings_after_random_edits_are_those_of_a_fresh_compilation() =>
        RandomEdits.Of(EditsInARow).Sample(Check, iter: Edits / EditsInARow, print: edits => string.Join("\n", edits));

    [Fact]
    public void An_edit_leaves_alone_what_does_not_read_it()
    {
        var before = Open(Start);
        var known = Linter.Lint(before, Rules);

        var after = before.With("apps/overlay/kustomization.yaml", "resources:\n  - ../base\nnamespace: other\n");
        var again = Linter.Lint(after, Rules, new() { Before = known });

        Assert.Equal((1, 2), (after.Repository.FilesParsed, again.Statistics.DirectoriesRendered));
        Assert.NotSame(before.Fleet.Clusters[0], after.Fleet.Clusters[0]);
        Assert.Same(before.Fleet.Clusters[1], after.Fleet.Clusters[1]);
        Assert.Same(before.Repository.Tree("apps/base/config.yaml"), after.Repository.Tree("apps/base/config.yaml"));
    }

    [Fact]
    public void Rules_look_again_only_at_what_an_edit_touches()
    {
        var compilation = Open(Start);
        var known = Linter.Lint(compilation, Rules);

        var unchanged = Linter.Lint(compilation, Rules, new() { Before = known }).Statistics.Looks;
        var edited = Linter.Lint(compilation.With("charts/web/values.yaml", "replicas: 3\n"), Rules, new() { Before = known }).Statistics.Looks;

        // What looks at the whole repository looks again, and the edited file is one thing more.
        Assert.Equal(unchanged + 1, edited);
        Assert.InRange(known.Statistics.Looks, edited + 15, int.MaxValue);
    }

    [Theory]
    [InlineData("lib/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n")]
    [InlineData("lib/kustomization.yaml", "a: [broken\n")]
    [InlineData("lib/kustomization.yml", "")]
    [InlineData("apps/missing.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n")]
    public void An_edit_reaches_who_could_not_use_a_file_before(string path, string text)
    {
        var files = new Dictionary<string, string>(Start, StringComparer.Ordinal)
        {
            ["apps/overlay/kustomization.yaml"] = "resources:\n  - ../base\n  - ../../lib\n  - ../missing.yaml\n",
        };
        var before = Open(files);
        var known = Linter.Lint(before, Rules);

        var after = Linter.Lint(before.With(path, text), Rules, new() { Before = known });

        files[path] = text;
        Assert.Equal(Show(Linter.Lint(Open(files), Rules)), Show(after));
    }

    [Theory]
    [InlineData("fluxlint.yaml", "", "provides:\n  namespaces: []\n")]
    [InlineData("apps/plain/nested/kustomization.yaml", "- a list\n", "resources: []\n")]
    [InlineData("apps/plain/nested/kustomization.yaml", "resources: []\n", "- a list\n")]
    public void An_edit_reaches_a_path_that_has_no_kustomization(string path, string before, string after)
    {
        var files = new Dictionary<string, string>(Start, StringComparer.Ordinal)
        {
            ["fluxlint.yaml"] = "",
            ["apps/plain/nested/config.yaml"] = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: nested, namespace: nope}\n",
            ["clusters/a/apps.yaml"] = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\nspec:\n  interval: 5m\n  path: ./apps/plain\n  prune: true\n  sourceRef: {kind: GitRepository, name: flux-system}\n",
            ["clusters/a/kustomization.yaml"] = "resources: [flux.yaml, apps.yaml]\n",
            [path] = before,
        };
        var compilation = Open(files);
        var known = Linter.Lint(compilation, Rules, Everything);

        var again = Linter.Lint(compilation.With(path, after), Rules, Everything with { Before = known });

        files[path] = after;
        var fresh = Show(Linter.Lint(Open(files), Rules, Everything));
        Assert.Equal(fresh, Show(again));
        Assert.NotEqual(Show(known), fresh);
    }

    [Theory]
    [InlineData(".sourceignore", "", "/apps/plain/draft.yaml\n")]
    [InlineData("apps/.sourceignore", "plain\n", "plain\n!plain\n")]
    [InlineData("apps/base/.sourceignore", "# nothing\n", "config.yaml\n")]
    [InlineData("clusters/a/source.yaml", "  ignore: |\n    draft.yaml\n", "  ignore: |\n    none.yaml\n")]
    [InlineData("clusters/a/source.yaml", "  include: [{repository: {name: more}, toPath: apps/plain/lib}]\n", "")]
    public void An_edit_reaches_who_builds_from_an_artifact(string path, string before, string after)
    {
        const string Source = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: flux-system, namespace: flux-system}\nspec:\n  interval: 5m\n  ref: {branch: main}\n  url: https://example.com/fleet\n";
        var files = new Dictionary<string, string>(Start, StringComparer.Ordinal)
        {
            ["fluxlint.yaml"] = "",
            ["apps/plain/draft.yaml"] = Start["apps/plain/config.yaml"],
            ["clusters/a/source.yaml"] = Source,
            ["clusters/a/apps.yaml"] = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\nspec:\n  interval: 5m\n  path: ./apps/plain\n  prune: true\n  dependsOn: [{name: more}]\n  sourceRef: {kind: GitRepository, name: flux-system}\n",
            ["clusters/a/kustomization.yaml"] = "resources: [flux.yaml, apps.yaml, source.yaml, ../../apps/overlay]\n",
        };
        files[path] = path.EndsWith(".yaml", StringComparison.Ordinal) ? Source + before : before;
        var compilation = Open(files);
        var known = Linter.Lint(compilation, Rules, Everything);

        files[path] = path.EndsWith(".yaml", StringComparison.Ordinal) ? Source + after : after;
        var again = Linter.Lint(compilation.With(path, files[path]), Rules, Everything with { Before = known });

        var fresh = Show(Linter.Lint(Open(files), Rules, Everything));
        Assert.Equal(fresh, Show(again));
        Assert.NotEqual(Show(known), fresh);
    }

    [Fact]
    public void A_compilation_before_an_edit_stays_as_it_was()
    {
        var before = Open(Start);
        var expected = Show(Linter.Lint(Open(Start), Rules));

        before.With("apps/base/config.yaml", "a: [broken\n");

        Assert.Equal(expected, Show(Linter.Lint(before, Rules)));
    }

    private static void Check(List<RandomEdits.Edit> edits)
    {
        var files = new SortedDictionary<string, string>(Start, StringComparer.Ordinal);
        var compilation = Open(files);
        var result = Linter.Lint(compilation, Rules, Everything);
        foreach (var edit in edits)
        {
            compilation = compilation.With(edit.Apply(files));
            result = Linter.Lint(compilation, Rules, Everything with { Before = result });
            var fresh = Linter.Lint(Open(files), Rules, Everything);
            Assert.Equal(Show(fresh), Show(result));
        }
    }

    /// <summary>A directory stays when its last file is deleted.</summary>
    private static Compilation Open(IEnumerable<KeyValuePair<string, string>> files) => Compilation.Create(
        Start.Keys.Select(RepositoryPath.Parent).Where(directory => directory.Length > 0).Distinct().Aggregate(InMemoryFileSystem.Of(files), (all, directory) => all.WithDirectory(directory)),
        new() { Rules = Rules.Infos });

    private static string Show(LintResult result)
    {
        using var output = new MemoryStream();
        new JsonReporter().Write(result, output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
