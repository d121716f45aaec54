using System.Collections.Immutable;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Configuration;

public class ConfigurationTests
{
    internal static readonly ImmutableArray<RuleInfo> KnownRules =
    [
        Rule("FLX2002", "dangling-source-ref"), Rule("FLX3001", "unpinned-chart-version"), Rule("FLX6004", "default-namespace"), Rule("FLX9003", "stale-baseline-entry"),
        Rule("FLX7006", "privileged-workload", Profile, Exempt),
    ];

    private static RuleOption Profile => RuleOption.Choice("profile", "a level", "baseline", "restricted");

    private static RuleOption Exempt => RuleOption.Patterns("exemptNamespaces", "names", "kube-system");

    private const string Whole = """
        # the policy of the fleet
        preset: strict
        flux: { version: "2.8" }
        kubernetes: { version: 1.30 }
        clusters:
          - class: production
            paths: [clusters/prod-region-*/*]
            requires: [./infrastructure/overlays/production/management-addons/]
          - class: poc
            paths: [clusters/poc/*]
          - class: test
            paths: [clusters/test/*]
            promotesTo: production
            allowChartRanges: true
        namespaces:
          - releases: ["istio*"]
            namespace: istio-system
          - paths: [infrastructure/base/**]
            kinds: [HelmRelease]
            namespace: shared-system
          - paths: [flux/**]
            kinds: [Deployment]
            namespace: flux-system
        rules:
          FLX3001: error
          default-namespace: off
        overrides:
          - paths: [clusters/poc/**]
            rules: { FLX3001: warning }
        """;

    [Fact]
    public void Patterns_are_as_many_as_they_may_be()
    {
        var (configuration, problems) = Parse("suppressions:\n" + string.Concat(Enumerable.Range(0, 2_002).Select(i => $"- {{rules: [FLX3001], paths: [a{i}], reason: r}}\n")));

        var problem = Assert.Single(problems);
        Assert.Equal("2002:30: there are more than 2,000 patterns here: this one and those after it do not hold", $"{problem.Location.Start}: {problem.Message}");
        Assert.Equal(2_000, configuration.Suppressions.Length);
    }

    [Fact]
    public void Whole_format_is_read()
    {
        var (configuration, problems) = Parse(Whole);
        Assert.Empty(problems);
        Assert.Equal(Preset.Strict, configuration.Preset);
        Assert.Equal(new Version(2, 8, 0), configuration.FluxVersion?.Version);
        Assert.Equal(new Version(1, 30, 0), configuration.KubernetesVersion?.Version);
        Assert.Equal(["production", "poc", "test"], configuration.Clusters.Select(candidate => candidate.Name.Value));
        Assert.Equal("production", configuration.Clusters[2].PromotesTo?.Value);
        Assert.Equal([true, false, false], configuration.Clusters.Select(candidate => candidate.IsProduction));
        Assert.Equal([false, false, true], configuration.Clusters.Select(candidate => candidate.AllowsChartRanges));
        Assert.Equal("clusters/prod-region-*/*", configuration.Clusters[0].Paths[0].Glob.Pattern);
        Assert.Equal(new LinePosition(7, 13), configuration.Clusters[0].Paths[0].Node.Location.Start);
        Assert.Equal(["istio-system", "shared-system", "flux-system"], configuration.Namespaces.Select(rule => rule.Namespace.Value));
        Assert.Equal([("FLX3001", Severity.Error), ("FLX6004", Severity.Off)], configuration.Rules.Select(setting => (setting.Id, setting.Severity)));
        Assert.Equal([("FLX3001", Severity.Warning)], configuration.Overrides.Single().Rules.Select(setting => (setting.Id, setting.Severity)));
    }

    [Fact]
    public void Promotion_ends_in_production()
    {
        var classes = Parse("clusters:\n  - { class: a, paths: [a], promotesTo: b }\n  - { class: b, paths: [b], promotesTo: c }\n  - { class: c, paths: [c] }\n").Configuration.Clusters;
        Assert.Equal([false, false, true], classes.Select(candidate => candidate.IsProduction));
    }

    [Fact]
    public void Required_directory_is_in_its_shortest_form_where_it_was_written()
    {
        var required = Parse(Whole).Configuration.Clusters[0].Requires.Single();
        Assert.Equal("infrastructure/overlays/production/management-addons", required.Value);
        Assert.Equal("fluxlint.yaml:8:16", required.Location.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("clusters:\nrules:\nflux:\n")]
    public void Nothing_written_is_the_default(string text)
    {
        var (configuration, problems) = Parse(text);
        Assert.Empty(problems);
        Assert.Equal(Preset.Recommended, configuration.Preset);
        Assert.Null(configuration.FluxVersion);
        Assert.True(configuration is { Clusters.IsEmpty: true, Namespaces.IsEmpty: true, Rules.IsEmpty: true, Overrides.IsEmpty: true });
    }

    [Theory]
    [InlineData("presets: strict", "1:1: 'presets' is not a key of fluxlint.yaml; the nearest is 'preset'")]
    [InlineData("sources: [{url: https://example.com/apps}]", "1:12: a source needs a 'url', as the manifests have it, and the 'path' of the directory that holds it")]
    [InlineData("sources: [{url: https://example.com/apps, path: ../apps}]", "1:49: the path '../apps' leaves the repository")]
    [InlineData("bundles: []", "1:1: 'bundles' is not a key of fluxlint.yaml; its keys are extends, preset, flux, kubernetes, clusters, values, sources, provides, namespaces, schemas, packs, policies, policyFiles, rules, overrides, suppressions, baseline")]
    [InlineData("[a]: b", "1:2: a key of fluxlint.yaml must be text, not a list")]
    [InlineData("- preset: strict", "1:3: the configuration must be a mapping, not a list")]
    [InlineData("preset: strict\n---\nflux: {}", "3:1: the configuration must be a single document")]
    [InlineData("preset: strickt", "1:9: there is no preset 'strickt'; the nearest is 'strict'")]
    [InlineData("preset: everything", "1:9: there is no preset 'everything'; the presets are recommended, strict and all")]
    [InlineData("preset: 3", "1:9: 'preset' must be text, not the number 3")]
    [InlineData("preset: [strict]", "1:10: 'preset' must be text, not a list")]
    [InlineData("flux: \"2.8\"", "1:7: 'flux' must be a mapping, not '2.8'")]
    [InlineData("flux: { versoin: \"2.8\" }", "1:9: 'versoin' is not a key of 'flux'; the nearest is 'version'")]
    [InlineData("kubernetes: { version: latest }", "1:24: 'kubernetes.version' must be a version such as \"2.8\", not 'latest'")]
    [InlineData("kubernetes: { version: 2 }", "1:24: 'kubernetes.version' must be a version such as \"2.8\", not the number 2")]
    [InlineData("flux: { version: 2.-8 }", "1:18: 'flux.version' must be a version such as \"2.8\", not '2.-8'")]
    [InlineData("clusters: { class: a }", "1:13: 'clusters' must be a list, not a mapping")]
    [InlineData("clusters: [a]", "1:12: an item of 'clusters' must be a mapping, not 'a'")]
    [InlineData("clusters:\n  - paths: [a]", "2:5: a class of clusters needs a 'class', its name")]
    [InlineData("clusters:\n  - class: a", "2:5: the class 'a' needs 'paths'")]
    [InlineData("clusters:\n  - class: a\n    paths: []", "3:12: 'paths' has no pattern")]
    [InlineData("clusters:\n  - class: a\n    paths: a/*", "3:12: 'paths' must be a list, not 'a/*'")]
    [InlineData("clusters:\n  - class: a\n    paths: [~, x]", "3:13: an item of 'paths' must be text, not nothing")]
    [InlineData("clusters:\n  - class: a\n    paths: ['c/[a']", "3:13: the pattern 'c/[a' has a '[' that opens no valid set of characters")]
    [InlineData("clusters:\n  - class: a\n    paths: [c]\n    require: [d]", "4:5: 'require' is not a key of a class of clusters; the nearest is 'requires'")]
    [InlineData("clusters:\n  - class: a\n    paths: [c]\n    requires: [../d]", "4:16: the path '../d' leaves the repository")]
    [InlineData("clusters:\n  - { class: a, paths: [c] }\n  - { class: a, paths: [d] }", "3:14: there are two classes 'a'")]
    [InlineData("clusters:\n  - { class: production, paths: [c] }\n  - { class: test, paths: [d], promotesTo: prodution }", "3:44: there is no class 'prodution'; the nearest is 'production'")]
    [InlineData("clusters:\n  - { class: a, paths: [c], promotesTo: a }", "2:41: the class 'a' promotes to itself")]
    [InlineData("clusters:\n  - class: a\n    paths: [c]\n    forbid: [d]", "4:5: 'forbid' is not a key of a class of clusters; the nearest is 'forbids'")]
    [InlineData("clusters:\n  - class: a\n    paths: [c]\n    forbids: []", "4:14: 'forbids' has no pattern")]
    [InlineData("clusters:\n  - class: a\n    paths: [c]\n    names: []", "4:12: 'names' has no pattern")]
    [InlineData("clusters:\n  - class: a\n    paths: [c]\n    onlyInOverlays: [1]", "4:22: an item of 'onlyInOverlays' must be text, not the number 1")]
    [InlineData("values:\n  - { release: dns, value: zone, require: true }", "2:34: 'require' is not a key of a value of clusters; the nearest is 'required'")]
    [InlineData("values:\n  - { release: dns, required: true }", "2:7: a value of clusters needs a 'release', the name of a HelmRelease, and a 'value', the keys to it with dots between them")]
    [InlineData("values:\n  - { release: dns, value: a..b }", "2:28: 'a..b' is no path of keys, such as 'global.region'")]
    [InlineData("values:\n  - { release: dns, value: zone, unique: 1 }", "2:42: 'unique' must be true or false, not the number 1")]
    [InlineData("clusters:\n  - { class: a, paths: [c], allowChartRanges: sometimes }", "2:47: 'allowChartRanges' must be true or false, not 'sometimes'")]
    [InlineData("namespaces:\n  - { namespace: a }", "2:7: a namespace rule needs 'releases', 'paths' or 'kinds' to match")]
    [InlineData("namespaces:\n  - { kinds: [Pod] }", "2:7: a namespace rule needs a 'namespace'")]
    [InlineData("namespaces:\n  - { kinds: [Pod], namespace: My_Space }", "2:32: 'My_Space' cannot be the name of a namespace")]
    [InlineData("namespaces:\n  - { kinds: [], namespace: a }", "2:14: 'kinds' has no pattern")]
    [InlineData("provides: [apps]", "1:12: 'provides' must be a mapping, not a list")]
    [InlineData("provides: { namespace: [apps] }", "1:13: 'namespace' is not a key of 'provides'; the nearest is 'namespaces'")]
    [InlineData("provides: { namespaces: apps }", "1:25: 'namespaces' must be a list, not 'apps'")]
    [InlineData("provides: { namespaces: [1] }", "1:26: an item of 'namespaces' must be text, not the number 1")]
    [InlineData("provides: { crds: ['[a'] }", "1:20: the pattern '[a' has a '[' that opens no valid set of characters")]
    [InlineData("provides: { secrets: [vault-vars] }", "1:23: an item of 'secrets' has the form namespace/name, and 'vault-vars' has no namespace")]
    [InlineData("packs: [Contoso]", "1:9: an item of 'packs' must be a mapping, not 'Contoso'")]
    [InlineData("packs:\n  - version: 1.2.0", "2:5: a pack needs an 'id', that of its NuGet package")]
    [InlineData("packs:\n  - id: Contoso", "2:5: a pack needs a 'version', such as \"1.2.0\" or \"[1.2,2.0)\"")]
    [InlineData("packs:\n  - { id: Contoso, version: 1.2 }", "2:29: 'version' must be text, not the number 1.2")]
    [InlineData("packs:\n  - { id: Contoso, version: latest }", "2:29: 'version' must be a version or a range of NuGet such as \"1.2.0\" or \"[1.2,2.0)\", not 'latest'")]
    [InlineData("packs:\n  - { id: ../Contoso, version: 1.2.0 }", "2:11: '../Contoso' cannot be the id of a package")]
    [InlineData("packs:\n  - { id: Contoso, version: 1.2.0, source: x }", "2:36: 'source' is not a key of a pack; its keys are id, version")]
    [InlineData("packs:\n  - { id: Contoso, version: 1.2.0 }\n  - { id: contoso, version: 1.3.0 }", "3:11: there are two packs 'contoso'")]
    [InlineData("rules:\n  FLX301: error", "2:3: there is no rule 'FLX301'; the nearest is 'FLX3001'")]
    [InlineData("rules:\n  default-namespaces: error", "2:3: there is no rule 'default-namespaces'; the nearest is 'default-namespace'")]
    [InlineData("rules:\n  something: error", "2:3: there is no rule 'something'")]
    [InlineData("rules:\n  FLX3001: none", "2:12: the severity of 'FLX3001' must be error, warning, info or off, not 'none'")]
    [InlineData("rules:\n  FLX3001: false", "2:12: the severity of 'FLX3001' must be error, warning, info or off, not false")]
    [InlineData("rules:\n  FLX3001:", "2:3: the severity of 'FLX3001' must be error, warning, info or off, not nothing")]
    [InlineData("rules:\n  FLX3001: error\n  unpinned-chart-version: off", "3:3: 'unpinned-chart-version' is the same rule as 'FLX3001', which is set before it")]
    [InlineData("overrides:\n  - rules: { FLX3001: off }", "2:5: an override needs 'paths'")]
    [InlineData("overrides:\n  - paths: [a]", "2:5: an override needs 'rules'")]
    public void Mistake_is_named_where_it_stands(string text, string expected) =>
        Assert.Equal([expected], Messages(Parse(text).Problems));

    [Fact]
    public void Problems_are_in_order_and_what_is_valid_counts()
    {
        var (configuration, problems) = Parse("""
            rules: { FLX3001: error, nothing: off, FLX6004: bad }
            presett: all
            clusters:
              - class: a
                paths: [clusters/a/*, "clusters/{b"]
                requires: [x, ../y]
                promotesTo: c
              - 5
            namespaces:
              - { kinds: [Pod, "["], namespace: pods }
              - { kinds: ["["], namespace: everything }
            preset: all
            """);
        Assert.Equal(
            [
                "1:26: there is no rule 'nothing'",
                "1:49: the severity of 'FLX6004' must be error, warning, info or off, not 'bad'",
                "2:1: 'presett' is not a key of fluxlint.yaml; the nearest is 'preset'",
                "5:27: the pattern 'clusters/{b' has a '{' without '}'",
                "6:19: the path '../y' leaves the repository",
                "7:17: there is no class 'c'",
                "8:5: an item of 'clusters' must be a mapping, not the number 5",
                "10:20: the pattern '[' has a '[' that opens no valid set of characters",
                "11:15: the pattern '[' has a '[' that opens no valid set of characters",
            ],
            Messages(problems));
        Assert.Equal(Preset.All, configuration.Preset);
        Assert.Equal("FLX3001", Assert.Single(configuration.Rules).Id);
        var only = Assert.Single(configuration.Clusters);
        Assert.Single(only.Paths);
        Assert.Equal(["x"], only.Requires.Select(required => required.Value));
        Assert.Null(only.PromotesTo);
        Assert.Equal("pods", Assert.Single(configuration.Namespaces).Namespace.Value);
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("{ secrets: }", null)]
    [InlineData("{ secrets: [] }", "")]
    [InlineData("{ secrets: [flux-system/*, '**'] }", "flux-system/* **")]
    [InlineData("{ secrets: [flux-system/*, '[a/b'] }", null)]
    [InlineData("{ secrets: all }", null)]
    public void List_of_what_clusters_have_is_complete_or_says_nothing(string provides, string? expected)
    {
        var secrets = Parse($"provides: {provides}").Configuration.Provides.Secrets;
        Assert.Equal(expected, secrets is { } patterns ? string.Join(' ', patterns.Select(pattern => pattern.Glob.Pattern)) : null);
    }

    [Fact]
    public void Packs_are_read()
    {
        var (configuration, problems) = Parse("packs:\n  - id: Contoso.FluxLint\n    version: '[1.2,2.0)'\n  - { id: a_b-c, version: 1.*-* }");

        Assert.Empty(problems);
        Assert.Equal(["Contoso.FluxLint [1.2,2.0)", "a_b-c 1.*-*"], configuration.Packs.Select(pack => $"{pack.Id.Value} {pack.Version.Value}"));
    }

    [Fact]
    public void Broken_yaml_is_no_crash()
    {
        var (configuration, problems) = Parse("preset: strict\nrules: {FLX3001: [");
        Assert.Empty(configuration.Rules);
        Assert.Empty(problems);
    }

    [Fact]
    public void Anchors_and_merge_keys_are_followed() =>
        Assert.Equal(
            ["b", "b"],
            Parse("clusters:\n  - &a { class: a, paths: &p [b] }\n  - { class: c, paths: *p }\n").Configuration.Clusters.Select(candidate => candidate.Paths.Single().Glob.Pattern));

    [Theory]
    [InlineData("istiod", "infrastructure/base/istio/release.yaml", "HelmRelease", "istio-system")]
    [InlineData("keda", "infrastructure/base/keda/release.yaml", "HelmRelease", "shared-system")]
    [InlineData(null, "infrastructure/base/keda/source.yaml", "HelmRepository", null)]
    [InlineData(null, "flux/bootstrap/gotk-components.yaml", "Deployment", "flux-system")]
    [InlineData("keda", "clusters/poc/a/keda.yaml", "HelmRelease", null)]
    public void First_namespace_rule_that_matches_counts(string? release, string path, string kind, string? expected) =>
        Assert.Equal(expected, Parse(Whole).Configuration.FindNamespaceRule(release, path, kind)?.Namespace.Value);

    [Theory]
    [InlineData("clusters/prod-region-1/c01", "production")]
    [InlineData("clusters/test/t1", "test")]
    [InlineData("clusters/prod-region-1", null)]
    public void Class_of_a_directory(string directory, string? expected) =>
        Assert.Equal(expected, Parse(Whole).Configuration.FindClass(directory)?.Name.Value);

    [Fact]
    public void Patterns_that_match_nothing_are_found()
    {
        var repository = Repository.Load(InMemoryFileSystem.Empty
            .WithFile("clusters/prod-region-1/c01/kustomization.yaml", "")
            .WithFile("clusters/poc", "")
            .WithFile("clusters/tests/t1/kustomization.yaml", "")
            .WithFile("infrastructure/base/keda/release.yaml", "")
            .WithFile("infrastructure/overlays/production/management-addon/kustomization.yaml", "")
            .WithFile("flux/gotk.yaml", ""));
        Assert.Equal(
            [
                "8:16: the required directory 'infrastructure/overlays/production/management-addons' does not exist; the nearest is 'infrastructure/overlays/production/management-addon'",
                "10:13: no directory matches 'clusters/poc/*': there is no directory 'clusters/poc'",
                "12:13: no directory matches 'clusters/test/*': there is no directory 'clusters/test'; the nearest is 'clusters/tests'",
                "28:13: no file matches 'clusters/poc/**': there is no directory 'clusters/poc'",
            ],
            Messages(Parse(Whole).Configuration.FindUnmatched(repository)));
    }

    [Fact]
    public void Pattern_without_wildcard_gets_the_nearest_path()
    {
        var repository = Repository.Load(InMemoryFileSystem.Empty.WithFile("apps/podinfo.yaml", "").WithFile("clusters/poc/x.yaml", ""));
        var configuration = Parse("""
            clusters: [{ class: x, paths: [clusters/poc1] }]
            overrides: [{ paths: [apps/podinfo.yml], rules: {} }]
            """).Configuration;
        Assert.Equal(
            [
                "1:32: no directory matches 'clusters/poc1'; the nearest is 'clusters/poc'",
                "2:23: no file matches 'apps/podinfo.yml'; the nearest is 'apps/podinfo.yaml'",
            ],
            Messages(configuration.FindUnmatched(repository)));
    }

    [Fact]
    public void Required_file_is_told_from_a_directory()
    {
        var repository = Repository.Load(InMemoryFileSystem.Empty.WithFile("a/b.yaml", ""));
        var configuration = Parse("clusters: [{ class: x, paths: [a], requires: [a/b.yaml] }]").Configuration;
        Assert.Equal(["1:47: 'a/b.yaml' is a file, and a class requires directories"], Messages(configuration.FindUnmatched(repository)));
    }

    [Theory]
    [InlineData("rules: { FLX7006: warning }", "baseline", "kube-system")]
    [InlineData("rules: { FLX7006: { profile: restricted } }", "restricted", "kube-system")]
    [InlineData("rules: { privileged-workload: { severity: error, exemptNamespaces: [] } }", "baseline", "")]
    [InlineData("rules: { FLX7006: { exemptNamespaces: [cni, \"csi-*\"] } }", "baseline", "cni csi-*")]
    public void Options_of_a_rule(string text, string profile, string exempt)
    {
        var (configuration, problems) = Parse(text);

        Assert.Empty(problems);
        Assert.Equal(profile, Assert.Single(configuration.ValuesOf("FLX7006", Profile)));
        Assert.Equal(exempt, string.Join(' ', configuration.ValuesOf("FLX7006", Exempt)));
    }

    [Theory]
    [InlineData("rules: { FLX7006: { profil: restricted } }", "1:21: 'profil' is not a key of the rule 'FLX7006'; the nearest is 'profile'")]
    [InlineData("rules: { FLX7006: { profile: restrict } }", "1:30: 'profile' must be baseline or restricted, not 'restrict'; the nearest is 'restricted'")]
    [InlineData("rules: { FLX7006: { profile: [baseline] } }", "1:31: 'profile' must be a single value, not a list")]
    [InlineData("rules: { FLX7006: { severity: high } }", "1:31: the severity of 'FLX7006' must be error, warning, info or off, not 'high'")]
    [InlineData("rules: { FLX7006: { exemptNamespaces: kube-system } }", "1:39: 'exemptNamespaces' must be a list, not 'kube-system'")]
    [InlineData("rules: { FLX3001: { allow: all } }", "1:21: 'allow' is not a key of the rule 'FLX3001'; its keys are severity")]
    [InlineData("overrides: [{ paths: [a], rules: { FLX7006: { profile: baseline } } }]", "1:47: the severity of 'FLX7006' must be error, warning, info or off, not a mapping")]
    public void Options_that_are_wrong(string text, string problem) => Assert.Equal([problem], Messages(Parse(text).Problems));

    internal static ConfigurationResult Parse(string text) =>
        FluxLintConfiguration.Parse(YamlTree.Parse(SourceText.From(FluxLintConfiguration.FileName, text)), KnownRules);

    private static IEnumerable<string> Messages(IEnumerable<ConfigurationProblem> problems) =>
        problems.Select(problem => $"{problem.Location.Start}: {problem.Message}");

    private static RuleInfo Rule(string id, string name, params ImmutableArray<RuleOption> options) =>
        new(new() { Id = id, Title = "a title", Message = "a message", Category = RuleCategory.Helm, Severity = Severity.Error, Since = "0.1", Options = options }, name, "", Severity.Error);
}
