using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

public sealed class SourceTests
{
    [Fact]
    public void Git_repository_says_which_revision_and_what_it_includes()
    {
        var repository = FluxSample.Read<GitRepository>("source.toolkit.fluxcd.io/v1", "GitRepository", """
              url: ssh://git@example.com/fleet
              ref: {branch: main, commit: 0a1b}
              secretRef: {name: key}
              include:
                - repository: {name: shared}
                  fromPath: a
            """);

        Assert.Equal(("ssh://git@example.com/fleet", "main", "0a1b", "key"), (repository.Url?.Value, repository.Branch?.Value, repository.Commit?.Value, repository.SecretName?.Value));
        Assert.Equal(("GitRepository", "shared", "apps"), repository.SourceReferences.Select(other => (other.Kind, other.Name?.Value, other.Namespace)).Single());
    }

    [Fact]
    public void Bucket_has_an_endpoint_for_url() =>
        Assert.Equal("s3.example.com", FluxSample.Read<Bucket>("source.toolkit.fluxcd.io/v1", "Bucket", "  endpoint: s3.example.com").Url?.Value);

    [Theory]
    [InlineData("  type: oci", true)]
    [InlineData("  type: default", false)]
    [InlineData("  url: oci://registry.example.com/charts", false)]
    public void Helm_repository_is_a_registry_only_by_its_type(string spec, bool expected) =>
        Assert.Equal(expected, FluxSample.Read<HelmRepository>("source.toolkit.fluxcd.io/v1", "HelmRepository", spec).IsOci);

    [Fact]
    public void Chart_names_its_origin()
    {
        var chart = FluxSample.Read<HelmChart>("source.toolkit.fluxcd.io/v1", "HelmChart", "  chart: podinfo\n  sourceRef: {kind: HelmRepository, name: podinfo}");

        Assert.Equal(("podinfo", "HelmRepository", "apps"), (chart.ChartName?.Value, chart.Origin?.Kind, chart.Origin?.Namespace));
        Assert.Null(chart.Version);
    }

    [Fact]
    public void External_artifact_names_its_maker()
    {
        var maker = FluxSample.Read<ExternalArtifact>("source.toolkit.fluxcd.io/v1", "ExternalArtifact", "  sourceRef: {apiVersion: example.com/v1, kind: Maker, name: m}").Maker;

        Assert.Equal(("example.com/v1", "Maker", "m", "apps"), (maker?.ApiVersion?.Value, maker?.Kind, maker?.Name?.Value, maker?.Namespace));
    }

    [Fact]
    public void Generator_copies_from_sources_by_their_alias()
    {
        var generator = FluxSample.Read<ArtifactGenerator>("source.extensions.fluxcd.io/v1beta1", "ArtifactGenerator", """
              sources:
                - {alias: fleet, kind: GitRepository, name: fleet, namespace: flux-system}
              artifacts:
                - name: infra
                  revision: "@fleet"
                  copy:
                    - {from: "@fleet/infra/**", to: "@artifact/", exclude: ["*.md"]}
            """);

        var source = Assert.Single(generator.Sources);
        Assert.Equal(("fleet", "GitRepository", "flux-system"), (source.Alias?.Value, source.Reference.Kind, source.Reference.Namespace));
        var artifact = Assert.Single(generator.Artifacts);
        Assert.Equal(("infra", "@fleet"), (artifact.Name?.Value, artifact.Revision?.Value));
        Assert.Equal(("@fleet/infra/**", "@artifact/", 1, null), artifact.Copies.Select(copy => (copy.From?.Value, copy.To?.Value, copy.Exclude?.Items.Length, copy.Strategy)).Single());
    }
}
