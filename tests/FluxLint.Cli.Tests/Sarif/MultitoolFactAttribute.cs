using System.Diagnostics.CodeAnalysis;

namespace FluxLint.Cli.Tests.Sarif;

/// <summary>A test that needs the SARIF Multitool; <c>FLUXLINT_SARIF_MULTITOOL</c> says where its executable is.</summary>
internal sealed class MultitoolFactAttribute : FactAttribute
{
    private const string Variable = "FLUXLINT_SARIF_MULTITOOL";

    public MultitoolFactAttribute()
    {
        if (!TryFind(out _))
            Skip = $"{Variable} does not name the executable of @microsoft/sarif-multitool";
    }

    public static bool TryFind([NotNullWhen(true)] out string? path)
    {
        path = Environment.GetEnvironmentVariable(Variable);
        return File.Exists(path);
    }
}
