using System.Runtime.CompilerServices;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>A copy of the reference fleet that a test may break.</summary>
internal sealed class TemporaryFleet : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("fluxlint-fleet-");

    public TemporaryFleet()
    {
        foreach (var file in Directory.GetFiles(Original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Root, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? Root);
            File.Copy(file, copy);
        }
    }

    public static string Original { get; } = FindOriginal();

    public string Root => directory.FullName;

    /// <summary>Replaces the one occurrence of a text in a file.</summary>
    public TemporaryFleet Edit(string path, string old, string @new)
    {
        var text = Read(path);
        Assert.True(text.Split(old).Length == 2, $"'{old}' is not once in {path}");
        Write(path, text.Replace(old, @new));
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    public void Dispose() => directory.Delete(recursive: true);

    private static string FindOriginal([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "../../Fleet"));
}
