using System.Runtime.Intrinsics;

namespace FluxLint.Text;

/// <summary>A name, and how often it has each letter: names that share few letters need no closer look to be told apart.</summary>
internal readonly struct Spelling
{
    private readonly Vector256<byte> letters;

    public Spelling(string text)
        : this(text, [])
    {
    }

    private Spelling(string text, ReadOnlySpan<char> passed)
    {
        Text = text;
        Span<byte> counts = stackalloc byte[Vector256<byte>.Count];
        counts.Clear();
        foreach (var letter in text)
        {
            if (passed.Contains(letter))
                continue;
            // A letter and its capital share one, and so do all letters whose capitals need a table.
            ref var count = ref counts[letter < 128 ? letter & 31 : 0];
            count += count < byte.MaxValue ? (byte)1 : (byte)0;
        }
        letters = Vector256.Create<byte>(counts);
    }

    /// <summary>The spelling of a name whose words are written together.</summary>
    public static Spelling WithoutSeparators(string text) => new(text, NearestName.Separators);

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>A number of edits, whatever their case, without which neither name becomes the other; they may need more.</summary>
    public int LeastEdits(Spelling other)
    {
        // Each letter that one has more of costs an edit, and an edit may give the other one that it lacks.
        var more = Vector256.Sum(Vector256.SubtractSaturate(letters, other.letters));
        var fewer = Vector256.Sum(Vector256.SubtractSaturate(other.letters, letters));
        return Math.Max(more, fewer);
    }
}
