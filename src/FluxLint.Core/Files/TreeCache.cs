using System.Collections.Concurrent;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Files;

/// <summary>Keeps the last tree of each file for those who read a repository again and again. Safe on many threads.</summary>
public sealed class TreeCache
{
    private readonly ConcurrentDictionary<string, YamlTree> trees = new(StringComparer.Ordinal);
    private int parsed;

    /// <summary>How often a file had to be parsed.</summary>
    public int Parsed => Volatile.Read(ref parsed);

    /// <summary>The tree of a text: the one that is known when the file had the same text before.</summary>
    internal YamlTree Parse(SourceText source)
    {
        if (trees.TryGetValue(source.Path, out var known) && IsSame(known.Source, source))
            return known;
        Interlocked.Increment(ref parsed);
        return trees[source.Path] = YamlTree.Parse(source);
    }

    private static bool IsSame(SourceText known, SourceText source) =>
        known.Text == source.Text
        && known.Encoding.CodePage == source.Encoding.CodePage
        && known.HasByteOrderMark == source.HasByteOrderMark
        && known.InvalidOffset == source.InvalidOffset;
}
