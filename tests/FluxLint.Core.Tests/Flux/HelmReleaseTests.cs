using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Flux;

public sealed class HelmReleaseTests
{
    [Fact]
    public void Template_gives_chart_version_and_source()
    {
        var release = Read("""
              chart:
                spec:
                  chart: cert-manager
                  version: v1.20.3
                  sourceRef:
                    kind: HelmRepository
                    name: jetstack
            """);

        Assert.Equal("cert-manager", release.ChartName?.Value);
        Assert.Equal("v1.20.3", release.ChartVersion?.Value);
        Assert.Equal(("HelmRepository", "jetstack", "shared-system"), (release.ChartSource?.Kind, release.ChartSource?.Name?.Value, release.ChartSource?.Namespace));
        Assert.Null(release.ChartReference);
    }

    [Fact]
    public void Reference_to_a_chart_may_name_a_namespace()
    {
        var release = Read("""
              chartRef:
                kind: OCIRepository
                name: podinfo
                namespace: flux-system
            """);

        Assert.Null(release.Chart);
        Assert.Equal(("OCIRepository", "podinfo", "flux-system"), (release.ChartReference?.Kind, release.ChartReference?.Name?.Value, release.ChartReference?.Namespace));
    }

    [Theory]
    [InlineData("  targetNamespace: istio-system\n", "istio-system", 7)]
    [InlineData("  storageNamespace: istio-system\n", "shared-system", 5)]
    public void Workload_lands_in_the_target_namespace_or_else_in_that_of_the_object(string spec, string expected, int line)
    {
        var release = Read(spec);

        Assert.Equal(expected, release.WorkloadNamespace);
        Assert.Equal(line, release.WorkloadNamespaceNode?.Location.Start.Line);
    }

    [Fact]
    public void Values_are_found_by_path()
    {
        var release = Read("""
              values:
                crds:
                  enabled: true
            """);

        Assert.Equal("true", Assert.IsType<YamlScalar>(release.Value("crds.enabled")).Value);
        Assert.IsType<YamlMapping>(release.Value("crds"));
        Assert.Null(release.Value("crds.enabled.deeper"));
        Assert.Null(release.Value("installCRDs"));
    }

    [Fact]
    public void Policies_for_crds_are_read_from_install_and_upgrade()
    {
        var release = Read("""
              install:
                crds: Skip
              upgrade:
                crds: CreateReplace
            """);

        Assert.Equal(("Skip", "CreateReplace"), (release.InstallCrds?.Value, release.UpgradeCrds?.Value));
    }

    [Fact]
    public void Other_kinds_are_no_release()
    {
        Assert.Null(HelmRelease.Of(Resource("apiVersion: apps/v1\nkind: HelmRelease\nmetadata:\n  name: web\nspec: {}\n")));
        Assert.Null(HelmRelease.Of(Resource("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: web\n")));
        Assert.NotNull(HelmRelease.Of(Resource("apiVersion: helm.toolkit.fluxcd.io/v2beta1\nkind: HelmRelease\nmetadata:\n  name: web\nspec: {}\n")));
    }

    private static HelmRelease Read(string spec)
    {
        var text = $"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata:\n  name: web\n  namespace: shared-system\nspec:\n{spec}";
        return HelmRelease.Of(Resource(text)) ?? throw new InvalidOperationException("this is no release");
    }

    private static Resource Resource(string text) =>
        FluxLint.Kustomize.Resource.Of(YamlTree.Parse(SourceText.From("release.yaml", text)).RootMapping ?? throw new InvalidOperationException("this is no mapping"));
}
