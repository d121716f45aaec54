using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Rules.Tests;

/// <summary>A finding tells how its value came to be, also where a step brought or replaced what is around the value.</summary>
public sealed class ProvenanceTests
{
    private const string Release =
        """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata:
          name: web
          namespace: apps
        spec:
          interval: 1h

        """;

    private const string Chart =
        """
          chart:
            spec:
              chart: web
              version: 1.2.3
              sourceRef: {kind: HelmRepository, name: web}

        """;

    private const string OpenChart =
        """
          chart:
            spec:
              chart: web
              version: 1.x
              sourceRef: {kind: HelmRepository, name: web}

        """;

    [Fact]
    public void Version_that_a_patch_brings_with_its_chart_comes_from_the_patch() => Assert.Equal(
        ["clusters/one/chart.yaml:10:16 set to '1.x' by the patch at clusters/one/kustomization.yaml:3:9"],
        Steps(
            "FLX3001",
            ("base/release.yaml", Release),
            ("base/kustomization.yaml", "resources: [release.yaml]\n"),
            ("clusters/one/chart.yaml", Release.Replace("  interval: 1h\n", "", StringComparison.Ordinal) + OpenChart),
            ("clusters/one/kustomization.yaml", "resources: [../../base]\npatches:\n- path: chart.yaml\n")));

    [Fact]
    public void Version_in_what_a_json_patch_replaces_was_another_before() => Assert.Equal(
        [
            "base/release.yaml:11:16 written as '1.2.3'",
            "clusters/one/kustomization.yaml:5:74 set to '1.x' by the patch at clusters/one/kustomization.yaml:4:3",
        ],
        Steps(
            "FLX3001",
            ("base/release.yaml", Release + Chart),
            ("base/kustomization.yaml", "resources: [release.yaml]\n"),
            ("clusters/one/kustomization.yaml", """
                resources: [../../base]
                patches:
                - target: {kind: HelmRelease}
                  patch: |
                    - {op: replace, path: /spec/chart/spec, value: {chart: web, version: 1.x}}
                """)));

    [Fact]
    public void Name_in_values_that_a_component_adds_comes_from_the_component() => Assert.Equal(
        ["components/values/kustomization.yaml:11:44 set to 'absent' by the patch at components/values/kustomization.yaml:4:3"],
        Steps(
            "FLX3012",
            ("base/release.yaml", Release + Chart),
            ("base/kustomization.yaml", "resources: [release.yaml]\n"),
            ("components/values/kustomization.yaml", """
                apiVersion: kustomize.config.k8s.io/v1alpha1
                kind: Component
                patches:
                - patch: |
                    apiVersion: helm.toolkit.fluxcd.io/v2
                    kind: HelmRelease
                    metadata:
                      name: web
                      namespace: apps
                    spec:
                      valuesFrom: [{kind: ConfigMap, name: absent}]
                """),
            ("clusters/one/kustomization.yaml", "resources: [../../base]\ncomponents: [../../components/values]\n")));

    [Fact]
    public void Name_that_a_kustomization_prefixes_was_written_without() => Assert.Equal(
        ["base/release.yaml:4:9 written as 'web'", "clusters/one/kustomization.yaml:2:13 set to 'p-web' by namePrefix"],
        Steps(
            "FLX3008",
            ("base/release.yaml", Release + Chart),
            ("base/kustomization.yaml", "resources: [release.yaml]\n"),
            ("clusters/one/kustomization.yaml", "resources: [../../base]\nnamePrefix: p-\n")));

    [Fact]
    public void Value_that_was_written_once_has_no_history() => Assert.Empty(
        Steps("FLX3001", ("clusters/one/release.yaml", Release + OpenChart), ("clusters/one/kustomization.yaml", "resources: [release.yaml]\n")));

    private static IEnumerable<string> Steps(string id, params (string Path, string Text)[] files)
    {
        var repository = files.Aggregate(InMemoryFileSystem.Empty.WithFile("fluxlint.yaml", "preset: all\nprovides: {configMaps: [apps/given]}\n"), (system, file) => system.WithFile(file.Path, file.Text));
        var found = Linter.Lint(Compilation.Create(repository), RuleSet.Of(new BuiltInRules())).Diagnostics;
        var finding = Assert.Single(found, diagnostic => diagnostic.Id == id);
        return finding.Provenance.Select(step => $"{step.Location} {step.Message}");
    }
}
