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
}
