using System.Collections.Immutable;

namespace FluxLint.Kustomize.Configurations;

/// <summary>Puts lists of field specs together as kustomize does.</summary>
internal static class FieldSpecList
{
    /// <summary>The list with more specs behind. One that an earlier spec covers is left out; the same field, created here and not there, is a conflict.</summary>
    /// <param name="list">The list.</param>
    /// <param name="more">The specs to add.</param>
    /// <param name="conflict">Hears of a spec that contradicts an earlier one.</param>
    public static ImmutableArray<FieldSpec> MergeAll(this ImmutableArray<FieldSpec> list, IEnumerable<FieldSpec> more, Action<FieldSpec> conflict)
    {
        var merged = list.ToBuilder();
        foreach (var spec in more)
        {
            var index = IndexOf(merged, spec);
            if (index < 0)
                merged.Add(spec);
            else if (merged[index].Create != spec.Create)
                conflict(merged[index].Node is null ? spec : merged[index]);
        }
        return merged.Count == list.Length ? list : merged.DrainToImmutable();
    }

    private static int IndexOf(ImmutableArray<FieldSpec>.Builder specs, FieldSpec spec)
    {
        for (var i = 0; i < specs.Count; i++)
        {
            if (specs[i].IsCoveredBy(spec))
                return i;
        }
        return -1;
    }
}
