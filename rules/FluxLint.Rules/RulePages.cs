namespace FluxLint.Rules;

/// <summary>Where the pages of the built-in rules are published.</summary>
internal static class RulePages
{
    /// <summary>The address of a page.</summary>
    /// <param name="page">Folder and class of the rule, such as <c>Flux/MissingPath</c>.</param>
    public static string Uri(string page) => $"https://github.com/fluxlint/fluxlint/blob/main/rules/FluxLint.Rules/{page}.md";
}
