using System.Collections.Frozen;

namespace FluxLint.Kustomize;

/// <summary>The order in which kustomize goes through kinds: those that others need come first, and those that watch over others last.</summary>
internal static class KindOrder
{
    private static readonly FrozenDictionary<string, int> Ranks = LegacyOrder.DefaultFirst
        .Select((kind, index) => KeyValuePair.Create(kind, index - LegacyOrder.DefaultFirst.Length))
        .Concat(LegacyOrder.DefaultLast.Select((kind, index) => KeyValuePair.Create(kind, index + 1)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Compares by rank of the kind, then by group, version and kind, of which an empty one comes last.</summary>
    public static int Compare(FieldSpec left, FieldSpec right)
    {
        var rank = Ranks.GetValueOrDefault(left.Kind).CompareTo(Ranks.GetValueOrDefault(right.Kind));
        return rank != 0 ? rank : string.CompareOrdinal(Text(left), Text(right));
    }

    private static string Text(FieldSpec spec) => $"{OrLast(spec.Group, "~G")}_{OrLast(spec.Version, "~V")}_{OrLast(spec.Kind, "~K")}";

    private static string OrLast(string text, string last) => text.Length == 0 ? last : text;
}
