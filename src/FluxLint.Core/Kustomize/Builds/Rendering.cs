using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Kustomize.Configurations;
using FluxLint.Kustomize.Metadata;
using FluxLint.Kustomize.Output;
using FluxLint.Kustomize.Transformers;

namespace FluxLint.Kustomize.Builds;

/// <summary>What the kustomization of one directory makes. Made once, and shared by everything that includes it.</summary>
public sealed class Rendering
{
    private readonly Lazy<Result> built;
    private int isCounted;

    internal Rendering(string directory, Layer? layer, ImmutableArray<Rendering> inputs, ImmutableArray<PatchUse> patches, FileReads reads)
    {
        Reads = reads;
        Directory = directory;
        Kustomization = layer?.Kustomization;
        Accumulated = layer is null ? [] : [.. layer.Resources];
        Variables = layer is null ? [] : [.. layer.Variables];
        Problems = layer is null ? [] : [.. layer.Problems];
        Files = layer is null ? [] : [.. layer.Files];
        Manifests = layer is null ? [] : [.. layer.Manifests];
        Images = layer is null ? [] : [.. layer.Images];
        Replacements = layer is null ? [] : [.. layer.Replacements];
        Strict = layer is null ? [] : [.. layer.Strict];
        Gaps = layer?.Gaps ?? GapKinds.All;
        LackedGroups = layer?.LackedGroups ?? [];
        Scope = layer?.Scope ?? BuildScope.Open;
        Configuration = layer?.Configuration ?? TransformerConfiguration.Default;
        Made = layer?.Made ?? 0;
        IsVersioned = layer is { IsVersioned: true } || inputs.Any(input => input.IsVersioned);
        Inputs = inputs;
        Patches = patches;
        built = new(Finish);
    }

    /// <summary>The directory, from the repository root.</summary>
    public string Directory { get; }

    /// <summary>Its kustomization; null when it could not be read.</summary>
    public Kustomization? Kustomization { get; }

    /// <summary>The directories that it includes, components too, in the order of its fields.</summary>
    public ImmutableArray<Rendering> Inputs { get; }

    /// <summary>Files that it reads besides its kustomization.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>Those of <see cref="Files"/> that it reads as YAML: manifests and patches, but not what generators take in.</summary>
    public ImmutableArray<string> Manifests { get; }

    /// <summary>Those of <see cref="Manifests"/> in which no key may stand twice.</summary>
    internal ImmutableArray<string> Strict { get; }

    /// <summary>What went wrong in this layer; <see cref="Inputs"/> have their own.</summary>
    public ImmutableArray<BuildProblem> Problems { get; }

    /// <summary>The patches of this layer, and of the components in it, with the number of resources that each matched.</summary>
    public ImmutableArray<PatchUse> Patches { get; }

    /// <summary>The entries of <c>images</c> of this layer, and of the components in it, with the number of images that each is about.</summary>
    public ImmutableArray<PatchUse> Images { get; }

    /// <summary>The targets of <c>replacements</c> of this layer, and of the components in it, with the number of objects that each selects.</summary>
    public ImmutableArray<PatchUse> Replacements { get; }

    /// <summary>Whether resources may be missing here, in this layer or below, so that the absence of one proves nothing.</summary>
    public bool HasGaps => Gaps != GapKinds.None;

    /// <summary>What resources may be missing here, in this layer or below.</summary>
    internal GapKinds Gaps { get; }

    /// <summary>What the groups end in whose definitions may be missing, as far as they are known.</summary>
    internal ImmutableSortedSet<string> LackedGroups { get; }

    /// <summary>The resources as a build of this very directory prints them: with content hashes, and references that follow them. In kustomize's input order.</summary>
    public ImmutableArray<Resource> Resources => built.Value.Resources;

    /// <summary>The same resources in the order that the <c>sortOptions</c> of this very kustomization ask for, or else in the given one.</summary>
    internal ImmutableArray<Resource> InOrder(BuildOrder order) => SortOptions.Sort(Resources, Kustomization, order);

    /// <summary>What goes wrong at the end of a build of this very directory, when references follow the names of what they refer to.</summary>
    public ImmutableArray<BuildProblem> FinalProblems => built.Value.Problems;

    /// <summary>The resources as an including layer gets them.</summary>
    internal ImmutableArray<Resource> Accumulated { get; }

    /// <summary>The resource that a patch means by the namespace which this build gives it; patches come before that. Null when there is none.</summary>
    public Resource? FindTooEarly(PatchUse patch) => patch.Matches > 0 || patch.IsUncertain
        ? null
        : Resources.FirstOrDefault(resource =>
            resource.Root.At("metadata", "namespace")?.Derivation is { Step: ProvenanceStep.Namespace } && patch.SelectsIn(resource.Id.Namespace, resource));

    /// <summary>How many objects this layer made; <see cref="Inputs"/> have their own.</summary>
    internal int Made { get; }

    /// <summary>Whether another version of kustomize may make something else, in this layer or below.</summary>
    internal bool IsVersioned { get; }

    /// <summary>Whether nobody counted it yet.</summary>
    internal bool CountOnce() => Interlocked.Exchange(ref isCounted, 1) == 0;

    /// <summary>What this layer asked of the repository; <see cref="Inputs"/> have their own.</summary>
    internal FileReads Reads { get; }

    /// <summary>The <c>vars</c> of this layer and of those below.</summary>
    internal ImmutableArray<Variable> Variables { get; }

    /// <summary>The fields that transformers work on, as an including layer gets them.</summary>
    internal TransformerConfiguration Configuration { get; }

    /// <summary>What holds for the rest of a build after this layer.</summary>
    internal BuildScope Scope { get; }

    /// <summary>Renderings with everything that they include, each once.</summary>
    internal static List<Rendering> WithInputs(IEnumerable<Rendering> renderings)
    {
        var found = new List<Rendering>();
        var seen = new HashSet<Rendering>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Rendering>(renderings.Reverse());
        while (open.TryPop(out var rendering))
        {
            if (!seen.Add(rendering))
                continue;
            found.Add(rendering);
            foreach (var input in rendering.Inputs)
                open.Push(input);
        }
        return found;
    }

    private Result Finish()
    {
        var problems = ImmutableArray.CreateBuilder<BuildProblem>();
        var resources = NameReferenceTransformer.Apply(HashTransformer.Apply(Accumulated), Configuration.NameReferences, problems.Add);
        resources = VariableTransformer.Apply(resources, Variables, Configuration.VarReferences, HasGaps, problems.Add);
        var printed = ImmutableArray.CreateBuilder<Resource>(resources.Count);
        foreach (var resource in resources)
        {
            if (WrittenKeys.FirstUnprintable(resource.Root.At("metadata", "annotations")) is { } key)
                problems.Add(new(BuildProblemKind.Refused, key.Location, WrittenKeys.Describe(key)));
            if (!resource.IsLocal)
                printed.Add(resource.WithoutEmptyAnnotations());
        }
        return new(BuildMetadata.Apply(Shared(printed.DrainToImmutable()), Kustomization), problems.ToImmutable());
    }

    /// <summary>The same resources, in one array with what including layers get where the end of the build changes nothing.</summary>
    private ImmutableArray<Resource> Shared(ImmutableArray<Resource> made) =>
        made.AsSpan().SequenceEqual(Accumulated.AsSpan(), ReferenceEqualityComparer.Instance) ? Accumulated : made;

    private sealed record Result(ImmutableArray<Resource> Resources, ImmutableArray<BuildProblem> Problems);
}
