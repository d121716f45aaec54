using System.Collections.Immutable;

namespace FluxLint.Configuration;

/// <summary>The names of presets.</summary>
internal static class Presets
{
    public static ImmutableArray<string> Names { get; } = ["recommended", "strict", "all"];

    /// <summary>The preset of a name; null when there is none.</summary>
    public static Preset? Find(string? name) => name switch
    {
        "recommended" => Preset.Recommended,
        "strict" => Preset.Strict,
        "all" => Preset.All,
        _ => null,
    };
}
