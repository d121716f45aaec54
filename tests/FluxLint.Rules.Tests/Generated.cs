using FluxLint.Testing;

namespace FluxLint.Rules.Tests;

/// <summary>Files, or parts of files, that tests make and compare.</summary>
internal static class Generated
{
    /// <summary>Compares a file with what it should hold, or writes that when blessing is on.</summary>
    public static void Match(string path, string expected)
    {
        if (Blessing.IsOn && File.ReadAllText(path) != expected)
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.ReadAllText(path));
    }
}
