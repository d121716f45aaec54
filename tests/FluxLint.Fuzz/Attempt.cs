using System.Collections.Immutable;

namespace FluxLint.Fuzz;

/// <summary>One repository, made and held against the laws.</summary>
public static class Attempt
{
    /// <summary>Tries the repository of a seed.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Run(Corpus corpus, int seed)
    {
        var files = new Mutator(corpus, seed).Mutate(out var original);
        try
        {
            return Laws.FindBreach(original, files);
        }
        // Whatever is thrown is what is looked for.
        catch (Exception failure)
        {
            return failure.ToString();
        }
    }

    /// <summary>Writes the repository of a seed to a directory, and what it was made of beside it.</summary>
    public static void Write(Corpus corpus, int seed, string directory)
    {
        Write(new Mutator(corpus, seed).Mutate(out var original), Path.Combine(directory, "after"));
        Write(original, Path.Combine(directory, "before"));
    }

    private static void Write(ImmutableDictionary<string, string> files, string directory)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(directory, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? directory);
            File.WriteAllText(full, text);
        }
    }
}
