using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Semantics;

namespace FluxLint.Core.Tests.Kustomize.Builds;

/// <summary>Components that include each other, from outside of the cycle.</summary>
public sealed class ComponentCycleTests
{
    [Theory]
    [InlineData("../b", "../a")]
    [InlineData("../a", "../b")]
    [InlineData("../b", ".")]
    public void A_user_of_the_cycle_is_refused_at_the_entry_that_closes_it(string ofA, string ofB)
    {
        var compilation = Compilation.Create(InMemoryFileSystem.Empty
            .WithFile("app/kustomization.yaml", "resources: [config.yaml]\ncomponents: [../lib/a]\n")
            .WithFile("app/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\n")
            .WithFile("lib/a/kustomization.yaml", Component(ofA))
            .WithFile("lib/b/kustomization.yaml", Component(ofB)));

        var build = compilation.Build("app", new());

        Assert.Null(build.Manifests);
        Assert.Contains(build.Problems, problem => problem.Kind == BuildProblemKind.Cycle);
        Assert.All(compilation.Renderings, rendering => Assert.True(rendering.HasGaps));
    }

    private static string Component(string included) => $"apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [{included}]\n";
}
