using System.Runtime.Intrinsics;

namespace FluxLint.Text;

/// <summary>A name, and how often it has each letter: names that share few letters need no closer look to be told apart.</summary>
internal readonly struct Spelling
{
    private readonly Vector256<byte> letters;

    public Spelling(string text)
    {
        Text = text;
        Span<byte> counts = stackalloc byte[Vector256<byte>.Count];
        counts.Clear();
        foreach (var letter in text)
        {
            ref var count = ref counts[Bucket(letter)];
            count += count < byte.MaxValue ? (byte)1 : (byte)0;
        }
        letters = Vector256.Create<byte>(counts);
    }

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

    // A letter and its capital share one, and so do all letters whose capitals need a table.
    private static int Bucket(char letter) => char.ToUpperInvariant(letter) is < (char)128 and var upper ? upper & 31 : 0;
}
