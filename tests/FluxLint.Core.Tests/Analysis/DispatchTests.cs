using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Semantics;

namespace FluxLint.Core.Tests.Analysis;

/// <summary>Which resources reach which rules.</summary>
public sealed class DispatchTests
{
    private static readonly InMemoryFileSystem Files = InMemoryFileSystem.Empty
        .WithFile("kustomization.yaml", "resources: [all.yaml]\n")
        .WithFile("all.yaml", """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: web, namespace: web}
            spec: {interval: 5m}
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: HelmRepository
            metadata: {name: charts, namespace: web}
            spec: {url: https://charts.example.com}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: web}
            ---
            apiVersion: acme.example.com/v1
            kind: Widget
            metadata: {name: one, namespace: web}
            spec: {size: 3}
            """);

    [Fact]
    public void A_rule_gets_the_resources_of_its_kind() =>
        Assert.Equal(["Deployment/web.web"], Met((registry, meet) => registry.OnResource("apps", "Deployment", context => meet(context.Resource))));

    [Fact]
    public void A_rule_for_several_flux_kinds_gets_those_with_their_common_base() =>
        Assert.Equal(["HelmRepository/charts.web"], Met((registry, meet) => registry.OnFlux<Source>((context, _) => meet(context.Resource))));

    [Fact]
    public void A_rule_for_all_resources_gets_all() =>
        Assert.Equal(4, Met((registry, meet) => registry.OnResource(context => meet(context.Resource))).Count());

    [Fact]
    public void A_pack_may_bring_a_view_of_a_kind()
    {
        var sizes = new List<string>();

        Met((registry, _) => registry.OnResource("acme.example.com", "Widget", Widget.Of, (_, widget) => sizes.Add(widget.Size)));

        Assert.Equal(["3"], sizes);
    }

    private static IEnumerable<string> Met(Action<RuleRegistry, Action<Resource>> register)
    {
        var met = new System.Collections.Concurrent.ConcurrentBag<string>();
        Linter.Lint(Compilation.Create(Files), RuleSet.Of(new SmallPack("test", "ACME001", (registry, _) => register(registry, resource => met.Add(resource.ToString())))));
        return met.Order(StringComparer.Ordinal);
    }

    private sealed record Widget(string Size)
    {
        public static Widget? Of(Resource resource) => resource.Root.At("spec", "size") is { } size ? new(size.ToString() ?? "") : null;
    }
}
