using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>What the formats call a safety.</summary>
internal static class FixSafetyExtensions
{
    /// <summary>The word that JSON uses.</summary>
    public static string ToWord(this FixSafety safety) => safety == FixSafety.Safe ? "safe" : "unsafe";
}
