using System.Reflection;

namespace FluxLint.Reporting;

/// <summary>What reports say about the tool itself.</summary>
internal static class ToolInfo
{
    public const string Name = "FluxLint";

    public const string InformationUri = "https://github.com/fluxlint/fluxlint";

    /// <summary>The version without build metadata, which would make the reports of two builds of one commit differ.</summary>
    public static string Version { get; } =
        (typeof(ToolInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];

    /// <summary>The page of a built-in rule; null for a rule of another pack, whose pages live elsewhere.</summary>
    public static string? HelpUri(RuleInfo rule) =>
        rule.Name.Length > 0 && rule.Id is ['F', 'L', 'X', _, _, _, _]
            ? $"{InformationUri}/blob/main/rules/FluxLint.Rules/{rule.Descriptor.Category}/{PascalCase(rule.Name)}.md"
            : null;

    private static string PascalCase(string kebab) =>
        string.Concat(kebab.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
