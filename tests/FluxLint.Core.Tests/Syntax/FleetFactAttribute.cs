using System.Runtime.CompilerServices;

namespace FluxLint.Core.Tests.Syntax;

/// <summary>A test over the reference fleet; skipped as long as there is none.</summary>
internal sealed class FleetFactAttribute : FactAttribute
{
    public FleetFactAttribute()
    {
        if (!System.IO.Directory.Exists(Directory))
            Skip = $"{Directory} does not exist";
    }

    public static string Directory { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceFile()) ?? "", "../../Fleet"));

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
