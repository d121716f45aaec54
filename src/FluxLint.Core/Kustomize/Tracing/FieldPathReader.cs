using System.Collections.Immutable;
using System.Text;

namespace FluxLint.Kustomize.Tracing;

/// <summary>Reads the steps of a path with dots, <c>[0]</c> and <c>['quoted key']</c>.</summary>
internal sealed class FieldPathReader(string text)
{
    private readonly ImmutableArray<FieldStep>.Builder steps = ImmutableArray.CreateBuilder<FieldStep>();
    private int at;

    /// <summary>The steps; null when the text is no path.</summary>
    public ImmutableArray<FieldStep>? Read()
    {
        while (at < text.Length)
        {
            if (!(text[at] == '[' ? ReadBracket() : ReadName()))
                return null;
        }
        return steps.Count == 0 ? null : steps.ToImmutable();
    }

    private bool ReadName()
    {
        if (text[at] == '.')
            at++;
        var end = text.AsSpan(at).IndexOfAny('.', '[');
        end = end < 0 ? text.Length : at + end;
        if (end == at)
            return false;
        steps.Add(new(text[at..end]));
        at = end;
        return true;
    }

    private bool ReadBracket()
    {
        at++;
        if (at < text.Length && text[at] is '\'' or '"')
            return ReadQuoted(text[at++]);
        var end = text.IndexOf(']', at);
        if (end <= at || text.AsSpan(at, end - at).IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        steps.Add(new(text[at..end], IsIndex: true));
        at = end + 1;
        return true;
    }

    private bool ReadQuoted(char quote)
    {
        var name = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            name.Append(text[at]);
        }
        if (at + 1 >= text.Length || text[at + 1] != ']')
            return false;
        at += 2;
        steps.Add(new(name.ToString()));
        return true;
    }
}
