using System.Runtime.CompilerServices;

namespace FluxLint.Benchmarks;

/// <summary>Where <c>tests/Fleet</c> is.</summary>
internal static class ReferenceFleet
{
    public static string Directory { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceFile()) ?? "", "../Fleet"));

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
