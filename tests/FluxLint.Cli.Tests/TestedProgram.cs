namespace FluxLint.Cli.Tests;

/// <summary>The program that tests run in processes of their own: the one that <c>FLUXLINT_PROGRAM</c> names, or else the one that was built with them.</summary>
internal static class TestedProgram
{
    public const string Variable = "FLUXLINT_PROGRAM";

    private static readonly string? Named = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Whether tests are to run it even where this process would do.</summary>
    public static bool IsNamed => !string.IsNullOrEmpty(Named);

    public static string Path { get; } = IsNamed ? System.IO.Path.GetFullPath(Named ?? "") : System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "fluxlint.exe" : "fluxlint");
}
