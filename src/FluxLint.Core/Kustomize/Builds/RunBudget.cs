using FluxLint.Diagnostics;

namespace FluxLint.Kustomize.Builds;

/// <summary>
/// How many objects all builds of a run may make, where each by itself keeps to its <see cref="BuildBudget"/>. Builds that run at once come in
/// any order, and what is left for the next must not be chance: when they may have made too many, whoever asked for them begins again,
/// with one build after the other and a budget that counts exactly.
/// </summary>
internal sealed class RunBudget
{
    /// <summary>
    /// The most objects that differ from what they are made of. 6,000 clusters may each have 50 of their own, and what clusters share
    /// counts once.
    /// </summary>
    public const long Most = 300_000;

    private readonly MadeObjects made;
    private readonly HashSet<object>? counted;
    private readonly HashSet<string> directories = new(StringComparer.Ordinal);

    private RunBudget(MadeObjects made, HashSet<object>? counted)
    {
        this.made = made;
        this.counted = counted;
    }

    /// <summary>The first thing that was not built any more; null when everything was.</summary>
    public BuildProblem? Limit { get; private set; }

    /// <summary>Whether builds come one after the other.</summary>
    public bool IsInOrder => counted is not null;

    /// <summary>The budget of builds that run at once.</summary>
    public static RunBudget AtOnce(MadeObjects made) => new(made, null);

    /// <summary>The budget of builds that come one after the other.</summary>
    public static RunBudget InOrder(long most = Most) => new(new(most), new(ReferenceEqualityComparer.Instance));

    /// <summary>Whether there is room for one more build.</summary>
    /// <param name="place">What asks for it.</param>
    public bool MayBuild(Location place)
    {
        if (!made.MayBeTooMany)
            return true;
        if (IsInOrder)
            Limit ??= new(BuildProblemKind.Limit, place, $"before this is built, all builds together have made more than {made.Most:N0} objects: neither this nor what comes after it is looked at");
        return false;
    }

    /// <summary>Builds directories while there is room, at once or in their order. What was built before takes none.</summary>
    /// <param name="wanted">The directories.</param>
    /// <param name="place">Where one of them is asked for.</param>
    /// <param name="build">Builds the directory of a number, and counts what it made.</param>
    /// <param name="cancellation">Stops the work between two of them.</param>
    public void Build(IReadOnlyList<string> wanted, Func<string, Location> place, Action<int> build, CancellationToken cancellation)
    {
        if (!IsInOrder)
            Parallel.For(0, wanted.Count, new ParallelOptions { CancellationToken = cancellation }, BuildOne);
        for (var i = 0; i < wanted.Count && IsInOrder; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            BuildOne(i);
        }

        void BuildOne(int i)
        {
            if (directories.Contains(wanted[i]) || MayBuild(place(wanted[i])))
                build(i);
            if (IsInOrder && Limit is null)
                directories.Add(wanted[i]);
        }
    }

    /// <summary>Counts what a build and those in it made.</summary>
    public void Take(Rendering rendering)
    {
        if (!(counted?.Add(rendering) ?? rendering.CountOnce()))
            return;
        made.Add(rendering.Made);
        foreach (var input in rendering.Inputs)
            Take(input);
    }

    /// <summary>Counts objects that come from no kustomization.</summary>
    /// <param name="thing">What they belong to.</param>
    /// <param name="objects">How many there are.</param>
    public void Take(object thing, long objects)
    {
        if (counted?.Add(thing) ?? true)
            made.Add(objects);
    }
}
