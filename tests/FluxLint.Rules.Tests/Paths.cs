using System.Runtime.CompilerServices;
using FluxLint.Analysis;

namespace FluxLint.Rules.Tests;

/// <summary>Where things are in the source tree.</summary>
internal static class Paths
{
    public static string Cases => Path.Combine(Root(), "tests", "FluxLint.Rules.Tests", "Cases");

    public static string Rules => Path.Combine(Root(), "rules");

    public static string Docs => Path.Combine(Root(), "docs");

    public static string Fleet => Path.Combine(Root(), "tests", "Fleet");

    /// <summary>The page of a rule, beside its class.</summary>
    public static string Page(Rule rule) =>
        Path.Combine(Rules, "FluxLint.Rules", rule.GetType().Namespace?.Split('.')[^1] ?? "", $"{rule.GetType().Name}.md");

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "../.."));
}
