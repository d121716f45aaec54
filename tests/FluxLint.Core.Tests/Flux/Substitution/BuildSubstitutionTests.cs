using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Core.Tests.Flux.Substitution;

/// <summary>What the variables of all objects of a build may take together.</summary>
public sealed class BuildSubstitutionTests
{
    [Fact]
    public void Objects_behind_the_limit_keep_their_variables()
    {
        // Each takes a value, and gives it.
        var value = new string('x', (int)ParameterExpansion.MostWork / 4);
        var objects = Enumerable.Range(0, 12).Select(_ => Substitutions.Object("value: ${x}\n")).ToList();

        var build = BuildSubstitution.Apply(new(), [.. objects], Substitutions.Variables($"x={value}"));

        Assert.Equal(9, build.Results.Length);
        Assert.Equal((BuildProblemKind.Limit, objects[8].Location), build.Results.SelectMany(result => result.Problems).Select(problem => (problem.Kind, problem.Location)).Single());
        Assert.Equal([false, true, true, true], build.Resources[8..].Select(resource => resource.HasUnknownValues));
    }
}
