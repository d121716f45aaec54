using FluxLint.Files;

namespace FluxLint.Kustomize.Builds;

/// <summary>The renderings that an edit leaves as they are: those that asked for nothing that differs, and include only such.</summary>
internal sealed class KeptRenderings(KustomizationGraph before, KustomizationGraph after, FileChanges changes)
{
    private readonly Dictionary<Rendering, bool> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a rendering of the state before holds for the state after.</summary>
    public bool Contains(Rendering rendering)
    {
        if (!known.TryGetValue(rendering, out var isKept))
        {
            isKept = before.IsSame(rendering.Directory, after) && !rendering.Reads.AreTouchedBy(changes) && rendering.Inputs.All(Contains);
            known.Add(rendering, isKept);
        }
        return isKept;
    }
}
