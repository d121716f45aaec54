using System.Runtime.CompilerServices;

namespace FluxLint.Core.Tests;

/// <summary>Repositories to try things on: the reference fleet, and those below the directory that <c>FLUXLINT_CORPORA</c> names.</summary>
internal static class RealRepositories
{
    public static string Fleet { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(SourceFile()) ?? "", "../Fleet"));

    public static IEnumerable<string> All =>
        Environment.GetEnvironmentVariable("FLUXLINT_CORPORA") is { Length: > 0 } corpora
            ? Directory.GetDirectories(corpora).Order(StringComparer.Ordinal).Prepend(Fleet)
            : [Fleet];

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
