using System.Security.Cryptography;
using System.Text;
using FluxLint.Cli.Caching;

namespace FluxLint.Cli.Tests.Caching;

/// <summary>A cache of its own for one test.</summary>
internal sealed class TemporaryCache : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-cache-");

    public string Root => Path.Combine(folder.FullName, "fluxlint");

    public CacheDirectory Opened => new(Root);

    public string[] Entries => Directory.Exists(Root) ? Directory.GetFiles(Root) : [];

    /// <summary>
    /// Replaces a word in all entries below a directory by one as long, as somebody would who knows how entries are made. Who then sees the
    /// new word sees what was kept, and no lint.
    /// </summary>
    public static void Forge(string directory, string word, string forged)
    {
        foreach (var file in Directory.GetFiles(directory, "*.run"))
        {
            var bytes = File.ReadAllBytes(file);
            Encoding.UTF8.GetBytes(forged).CopyTo(bytes, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)));
            SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes), bytes);
            File.WriteAllBytes(file, bytes);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
