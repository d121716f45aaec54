using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Rules.Tests;

/// <summary>One fault put into the reference fleet gives one finding, at its cause, with the clusters that it reaches.</summary>
public sealed class FleetFaultTests
{
    private const string CertManager = "infrastructure/base/cert-manager/helmrelease.yaml";
    private const string Issuer = "infrastructure/base/cluster-issuers/letsencrypt.yaml:5:7";

    private static readonly Lazy<InMemoryFileSystem> Fleet = new(ReadFleet);

    [Theory]
    [InlineData(CertManager, "crds:\n      enabled: true", "crds:\n      enabled: false", "FLX5003", Issuer, 65)]
    [InlineData(CertManager, "    crds:\n      enabled: true\n      keep: true\n", "", "FLX5003", Issuer, 65)]
    [InlineData("infrastructure/overlays/production/management-addons/addon-values.yaml", "    replicaCount: 2\n    podDisruptionBudget:\n", "    crds:\n      enabled: false\n    replicaCount: 2\n    podDisruptionBudget:\n", "FLX5003", Issuer, 63)]
    [InlineData(CertManager, "version: v1.20.3", "version: 1.x", "FLX3001", CertManager + ":11:16", 65)]
    [InlineData("infrastructure/base/istio/istiod.yaml", "      version: 1.29.2\n", "", "FLX3001", "infrastructure/base/istio/istiod.yaml:10:14", 65)]
    [InlineData("infrastructure/base/keda/kustomization.yaml", "namespace: shared-system", "namespace: keda", "FLX6002", "infrastructure/base/keda/kustomization.yaml:3:12", 65)]
    [InlineData("clusters/prod-region-3/sea-01/kustomization.yaml", "  - ../../../infrastructure/overlays/production/management-addons\n", "", "FLX8001", "clusters/prod-region-3/sea-01/kustomization.yaml:3:1", 1)]
    [InlineData("infrastructure/overlays/production/management-addons/addon-values.yaml", "spec:\n  values:\n    replicaCount: 2\n", "spec:\n  chart:\n    spec:\n      version: v1.21.0\n  values:\n    replicaCount: 2\n", "FLX8003", "infrastructure/overlays/production/management-addons/addon-values.yaml:9:16", 63)]
    [InlineData("clusters/prod-region-3/sea-01/cluster-values.yaml", "    domainFilters:\n      - sea-01.prod.brightwater.example\n", "", "FLX8005", "clusters/prod-region-3/sea-01/cluster-values.yaml:23:9", 1)]
    [InlineData("clusters/prod-region-3/sea-01/cluster-values.yaml", "txtOwnerId: prod-sea-01", "txtOwnerId: prod-sea-02", "FLX8009", "clusters/prod-region-3/sea-01/cluster-values.yaml:29:17", 2)]
    public void Fault_gives_one_finding_at_its_cause(string file, string text, string fault, string id, string place, int clusters)
    {
        var fleet = Compilation.Create(Fleet.Value);
        var sound = fleet.Repository.Text(file)?.Text ?? "";
        Assert.Contains(text, sound, StringComparison.Ordinal);

        var result = Linter.Lint(fleet.With(file, sound.Replace(text, fault, StringComparison.Ordinal)), RuleSet.Of(new BuiltInRules()));

        var finding = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Id == id);
        Assert.Equal(place, finding.Location.ToString());
        Assert.Equal(clusters, finding.Clusters.Length);
    }

    [Fact]
    public void Sound_fleet_gives_none() =>
        Assert.Empty(Linter.Lint(Compilation.Create(Fleet.Value), RuleSet.Of(new BuiltInRules())).Diagnostics.Select(diagnostic => $"{diagnostic.Location}: {diagnostic.Id}"));

    private static InMemoryFileSystem ReadFleet()
    {
        var root = Paths.Fleet;
        return InMemoryFileSystem.Of(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file =>
            KeyValuePair.Create(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file))));
    }
}
