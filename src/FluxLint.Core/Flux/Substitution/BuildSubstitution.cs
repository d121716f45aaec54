using System.Collections.Immutable;
using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>Substitutes in all objects of a build, as long as they take together no more than is spent on a build.</summary>
internal static class BuildSubstitution
{
    /// <summary>How many characters the objects of a build may take, four times what a single one may.</summary>
    public const long MostWork = 4 * ParameterExpansion.MostWork;

    /// <summary>The results in the order of the objects. What comes after too much work stays as it is, with unknown values.</summary>
    public static List<SubstitutionResult> Apply(Substituter substituter, ImmutableArray<Resource> resources, SubstitutionVariables variables)
    {
        var results = new List<SubstitutionResult>(resources.Length);
        var work = 0L;
        foreach (var resource in resources)
        {
            if (work > MostWork)
            {
                results.Add(SubstitutionResult.Unchanged(resource.WithUnknownValues()));
                continue;
            }
            var result = substituter.Apply(resource, variables);
            work += result.Work;
            results.Add(work > MostWork ? Last(result) : result);
        }
        return results;
    }

    private static SubstitutionResult Last(SubstitutionResult result) => result with
    {
        Problems = result.Problems.Add(new(
            BuildProblemKind.Limit,
            result.Resource.Location,
            $"with this object, the variables of one Flux Kustomization take more than {MostWork:N0} characters: those of the objects behind it are not filled in")),
    };
}
