using System.Text;

namespace FluxLint.Kustomize.Output;

/// <summary>Text in lines, with the column that the next character goes to.</summary>
internal sealed class OutputText
{
    private readonly StringBuilder text = new();

    /// <summary>Characters on the present line.</summary>
    public int Column { get; private set; }

    public void Append(char c)
    {
        text.Append(c);
        // A pair of surrogates is one character.
        if (!char.IsLowSurrogate(c))
            Column++;
    }

    public void Append(string value)
    {
        text.Append(value);
        Column += value.Length;
    }

    /// <summary>Appends a line break as it is written in a value.</summary>
    public void Break(char c)
    {
        text.Append(c);
        Column = 0;
    }

    /// <summary>Goes to the indentation of a line: a new one, unless the present one is empty.</summary>
    public void Indent(int indentation)
    {
        if (Column > 0)
            Break('\n');
        text.Append(' ', indentation);
        Column = indentation;
    }

    public void EndLine()
    {
        if (Column > 0)
            Break('\n');
    }

    /// <summary>Whether the last character is a space, as behind the dash of an item.</summary>
    public bool EndsWithBlank => text.Length > 0 && text[^1] == ' ';

    public override string ToString() => text.ToString();
}
