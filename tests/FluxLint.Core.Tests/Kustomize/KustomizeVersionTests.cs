using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Semantics;

namespace FluxLint.Core.Tests.Kustomize;

public sealed class KustomizeVersionTests
{
    private const string Literal = """
        replacements:
        - sourceValue: web
          targets: [{select: {kind: ConfigMap}, fieldPaths: [data.app]}]
        resources: [r.yaml]
        """;

    private const string Object = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {app: b}}";

    [Theory]
    [InlineData("2.3", "5.5")]
    [InlineData("2.5", "5.6")]
    [InlineData("2.6", "5.6")]
    [InlineData("2.7", "5.7")]
    [InlineData("2.8", "5.8")]
    [InlineData("2.9", "5.8")]
    [InlineData("3.0", "5.8")]
    [InlineData(null, "5.8")]
    public void Follows_the_version_of_Flux(string? flux, string expected) =>
        Assert.Equal(expected, KustomizeVersion.OfFlux(flux is null ? null : Version.Parse(flux)).ToString());

    [Theory]
    [InlineData("5.7", "5.7")]
    [InlineData("v5.8.1", "5.8")]
    [InlineData("5.4", null)]
    [InlineData("5.9", null)]
    [InlineData("5", null)]
    [InlineData("5.7.1.2", null)]
    [InlineData("4.7", null)]
    [InlineData("new", null)]
    public void Reads_versions_that_it_knows(string text, string? expected) => Assert.Equal(expected, KustomizeVersion.Parse(text)?.ToString());

    [Fact]
    public void A_lint_builds_as_the_configured_Flux_does()
    {
        var compilation = Compilation.Create(InMemoryFileSystem.Of(
        [
            new("fluxlint.yaml", "flux: {version: \"2.6\"}"),
            new("kustomization.yaml", Literal),
            new("r.yaml", Object),
        ]));

        Assert.Contains(Problems(compilation), problem => problem.Contains("no 'sourceValue'", StringComparison.Ordinal));
        Assert.Empty(Problems(compilation.With("fluxlint.yaml", "flux: {version: \"2.7\"}")));
        Assert.Empty(Problems(compilation.Without("fluxlint.yaml")));
        Assert.NotEmpty(Problems(compilation.Without("fluxlint.yaml").With("fluxlint.yaml", "flux: {version: \"2.2\"}")));
    }

    private static IEnumerable<string> Problems(Compilation compilation) =>
        compilation.Renderings.SelectMany(rendering => rendering.Problems).Select(problem => problem.Message);
}
