using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>
/// What a Flux object applies: for a Kustomization, its build after substitution and with its common metadata. Made once
/// for all clusters that give it the same inputs.
/// </summary>
public sealed class FluxOutput
{
    // What takes as much memory as an object that is made anew.
    private const int ValuesOfObject = 4;
    private const int CharactersOfObject = 1_000;

    // A fleet has many outputs, and few of them are asked for everything: what is not asked for takes no memory.
    private readonly Lazy<ImmutableArray<FluxObject>> objects;
    private ResourceIndex? index;
    private OutputSummary? summary;
    private int isCounted;

    internal FluxOutput(Rendering? rendering, ImmutableArray<Resource> resources, ImmutableArray<SubstitutionResult> substitutions = default)
    {
        Rendering = rendering;
        Resources = resources;
        Substitutions = substitutions.IsDefault ? [] : substitutions;
        objects = new(() => [.. resources.Select(FluxObject.Of).OfType<FluxObject>()]);
    }

    /// <summary>The build of the path; null when the objects come from no build.</summary>
    public Rendering? Rendering { get; }

    /// <summary>The objects as they are applied.</summary>
    public ImmutableArray<Resource> Resources { get; }

    /// <summary>What substitution found in the objects that refer to variables; none where nothing is substituted.</summary>
    public ImmutableArray<SubstitutionResult> Substitutions { get; }

    /// <summary>Those of Flux among the objects.</summary>
    public ImmutableArray<FluxObject> Objects => objects.Value;

    /// <summary>What the objects bring and need.</summary>
    internal OutputSummary Summary => summary ?? LazyInitializer.EnsureInitialized(ref summary, () => new(Resources));

    /// <summary>The objects that make artifacts of sources.</summary>
    public IEnumerable<ArtifactGenerator> Generators => Objects.OfType<ArtifactGenerator>();

    /// <summary>What is wrong with the objects that come from no build; a build tells its own.</summary>
    public ImmutableArray<BuildProblem> Problems { get; internal init; } = [];

    /// <summary>The targets of patches that match nothing of what is made.</summary>
    public ImmutableArray<YamlMapping> IdleTargets { get; internal init; } = [];

    /// <summary>The object of a name; null when it is not among those applied.</summary>
    public Resource? Find(ObjectKey key) => (index ?? LazyInitializer.EnsureInitialized(ref index, () => new(Resources))).Find(key);

    /// <summary>Counts the objects that are made for it.</summary>
    internal void CountIn(RunBudget budget)
    {
        if (!budget.IsInOrder && Interlocked.Exchange(ref isCounted, 1) != 0)
            return;
        if (Rendering is not null)
            budget.Take(Rendering);
        // Substitution and common metadata leave the objects of a build in their order.
        for (var i = 0; i < Resources.Length; i++)
        {
            if (Rendering is null || !ReferenceEquals(Resources[i], Rendering.Resources[i]))
                budget.Take(Resources[i].Root, 1);
        }
        foreach (var substitution in Substitutions)
            budget.Take(substitution, (substitution.Uses.Length / ValuesOfObject) + (substitution.Work / CharactersOfObject));
    }
}
