using System.Text;

namespace FluxLint.Kustomize.Output;

/// <summary>
/// The character NEL in a text: JSON takes it for a character like any other, but the YAML reader that kustomize reads its own JSON
/// with takes it for a line break, and folds it.
/// </summary>
internal static class NextLines
{
    public const char Character = '\u0085';

    public static string Folded(string value)
    {
        if (!value.Contains(Character))
            return value;
        var folded = new StringBuilder(value.Length);
        var at = 0;
        while (at < value.Length)
        {
            var end = at;
            while (end < value.Length && value[end] is (' ' or Character))
                end++;
            var breaks = value.AsSpan(at, end - at).Count(Character);
            if (breaks == 0)
                folded.Append(value, at, end - at);
            else if (breaks == 1)
                folded.Append(' ');
            else
                folded.Append('\n', breaks - 1);
            for (at = end; at < value.Length && value[at] is not (' ' or Character); at++)
                folded.Append(value[at]);
        }
        return folded.ToString();
    }
}
