using System.Collections.Immutable;
using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>The objects of a build after substitution, as long as they take together no more than is spent on a build.</summary>
/// <param name="Resources">The objects in their order; the same array where nothing is substituted.</param>
/// <param name="Results">What substitution found in the objects that refer to variables, or that are refused.</param>
internal sealed record BuildSubstitution(ImmutableArray<Resource> Resources, ImmutableArray<SubstitutionResult> Results)
{
    /// <summary>How many characters the objects of a build may take, four times what a single one may.</summary>
    public const long MostWork = 4 * ParameterExpansion.MostWork;

    /// <summary>Substitutes in the objects of a build. What comes after too much work stays as it is, with unknown values.</summary>
    public static BuildSubstitution Apply(Substituter substituter, ImmutableArray<Resource> resources, SubstitutionVariables variables)
    {
        ImmutableArray<Resource>.Builder? changed = null;
        var results = ImmutableArray.CreateBuilder<SubstitutionResult>();
        var work = 0L;
        for (var i = 0; i < resources.Length; i++)
        {
            if (work > MostWork)
            {
                Set(i, resources[i].WithUnknownValues());
                continue;
            }
            if (substituter.Apply(resources[i], variables) is not { } result)
                continue;
            work += result.Work;
            result = work > MostWork ? Last(result) : result;
            Set(i, result.Resource);
            if (!result.Uses.IsEmpty || !result.Problems.IsEmpty)
                results.Add(result);
        }
        return new(changed?.MoveToImmutable() ?? resources, results.ToImmutable());

        void Set(int i, Resource resource)
        {
            if (ReferenceEquals(resource, resources[i]))
                return;
            changed ??= resources.ToBuilder();
            changed[i] = resource;
        }
    }

    private static SubstitutionResult Last(SubstitutionResult result) => result with
    {
        Problems = result.Problems.Add(new(
            BuildProblemKind.Limit,
            result.Resource.Location,
            $"with this object, the variables of one Flux Kustomization take more than {MostWork:N0} characters: those of the objects behind it are not filled in")),
    };
}
