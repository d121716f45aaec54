namespace FluxLint.Kustomize;

/// <summary>
/// How much the kustomization of one directory may make, components included. Each has its own, and the run has none: a rendering is
/// kept after edits elsewhere, and must not depend on what else was rendered, or when.
/// </summary>
internal sealed class BuildBudget
{
    /// <summary>The most objects of a build. Flux keeps a list of them in one object, which etcd takes no more of.</summary>
    public const int Resources = 20_000;

    /// <summary>The most components of a kustomization, those of components included: each runs anew wherever it is included.</summary>
    public const int Components = 1_000;

    /// <summary>The longest chain of kustomizations that include each other.</summary>
    public const int Depth = 64;

    /// <summary>
    /// How often objects are changed: each entry that transforms counts for each object that is there. A fleet of 1,000 objects and 200
    /// patches in one kustomization takes a fifth of it.
    /// </summary>
    public const int Changes = 1_000_000;

    /// <summary>The most bytes of files that generators take in. A cluster takes a mebibyte of them in an object.</summary>
    public const long Data = 64_000_000;

    private long data;
    private int components;
    private long changes;

    /// <summary>Takes one component; false when there is none left.</summary>
    public bool TakeComponent() => ++components <= Components;

    /// <summary>Takes some changes; false when there are not as many left.</summary>
    public bool TakeChanges(long count) => (changes += count) <= Changes;

    /// <summary>Takes some bytes of files; false when there are not as many left.</summary>
    public bool TakeData(long bytes) => (data += bytes) <= Data;
}
