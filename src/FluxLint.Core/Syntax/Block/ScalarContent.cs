using System.Runtime.InteropServices;

namespace FluxLint.Syntax;

/// <summary>The content of a scalar while it is read; used again for the next.</summary>
internal sealed class ScalarContent
{
    private readonly List<char> characters = [];

    public ReadOnlySpan<char> Characters => CollectionsMarshal.AsSpan(characters);

    /// <summary>The content with its last part, which is not copied where it is the only one.</summary>
    public ReadOnlySpan<char> With(ReadOnlySpan<char> last)
    {
        if (characters.Count == 0)
            return last;
        characters.AddRange(last);
        return Characters;
    }

    public void Clear() => characters.Clear();

    public void Append(char character) => characters.Add(character);

    public void Append(ReadOnlySpan<char> text) => characters.AddRange(text);

    public void AppendBreaks(int count)
    {
        for (; count > 0; count--)
            characters.Add('\n');
    }

    /// <summary>What folding makes of a line break with blank lines behind it.</summary>
    public void AppendFold(int blankLines)
    {
        if (blankLines == 0)
            characters.Add(' ');
        AppendBreaks(blankLines);
    }
}
