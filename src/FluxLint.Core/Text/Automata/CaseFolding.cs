using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace FluxLint.Text.Automata;

/// <summary>Knows which letters are the same where case does not matter (Unicode, CaseFolding.txt, simple folding).</summary>
internal static class CaseFolding
{
    // Behind it there are no letters with case.
    private const int LastCased = 0x1E943;

    private static readonly Lazy<FrozenDictionary<int, ImmutableArray<int>>> Alike = new(Read);

    /// <summary>The set with all letters that are the same as one in it.</summary>
    public static CharacterSet Fold(CharacterSet set)
    {
        var added = ImmutableArray.CreateBuilder<CharacterRange>();
        foreach (var range in set.Ranges)
        {
            if (range.Last - range.First < Alike.Value.Count)
                AddNarrow(range, added);
            else
                AddWide(range, added);
        }
        return added.Count == 0 ? set : new([.. set.Ranges, .. added]);
    }

    private static void AddNarrow(CharacterRange range, ImmutableArray<CharacterRange>.Builder added)
    {
        for (var letter = range.First; letter <= range.Last; letter++)
        {
            if (Alike.Value.TryGetValue(letter, out var others))
                Add(others, range, added);
        }
    }

    private static void AddWide(CharacterRange range, ImmutableArray<CharacterRange>.Builder added)
    {
        foreach (var (letter, others) in Alike.Value)
        {
            if (letter >= range.First && letter <= range.Last)
                Add(others, range, added);
        }
    }

    private static void Add(ImmutableArray<int> letters, CharacterRange known, ImmutableArray<CharacterRange>.Builder added)
    {
        foreach (var letter in letters)
        {
            if (letter < known.First || letter > known.Last)
                added.Add(new(letter, letter));
        }
    }

    private static FrozenDictionary<int, ImmutableArray<int>> Read() => Enumerable.Range(0, LastCased + 1)
        .Where(Rune.IsValid)
        .GroupBy(Key)
        .Select(group => group.ToImmutableArray())
        .Where(letters => letters.Length > 1)
        .SelectMany(letters => letters.Select(letter => (letter, letters)))
        .ToFrozenDictionary(pair => pair.letter, pair => pair.letters);

    private static int Key(int letter) => letter switch
    {
        // The long s and the sign of the kelvin, which .NET leaves alone.
        0x17F => 's',
        0x212A => 'k',
        _ => Rune.ToLowerInvariant(Rune.ToUpperInvariant(new Rune(letter))).Value,
    };
}
