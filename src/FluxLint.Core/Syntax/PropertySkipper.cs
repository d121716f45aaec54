namespace FluxLint.Syntax;

/// <summary>Finds where a node's content starts behind its own anchor and tag.</summary>
internal static class PropertySkipper
{
    /// <summary>Where the content starts.</summary>
    public static int Skip(string text, int start, int end, YamlProperties properties, bool isInFlow)
    {
        var (anchor, tag) = (properties.Anchor is not null, properties.Tag is not null);
        var at = start;
        while (at < end)
        {
            if (text[at] == '&' && anchor)
            {
                at += 1 + (properties.Anchor?.Length ?? 0);
                anchor = false;
            }
            else if (text[at] == '!' && tag)
            {
                at = TagEnd(text, at, end, properties, isInFlow);
                tag = false;
            }
            else if (text[at] == '#' && at > start && (text[at - 1] is ' ' or '\t' or '\r' or '\n'))
            {
                var length = text.AsSpan(at, end - at).IndexOfAny('\n', '\r');
                at = length < 0 ? end : at + length;
            }
            else if (text[at] is ' ' or '\t' or '\r' or '\n')
            {
                at++;
            }
            else
            {
                break;
            }
        }
        return Math.Min(at, end);
    }

    /// <summary>Where the last of anchor and tag ends.</summary>
    public static int End(string text, int start, YamlProperties properties, bool isInFlow)
    {
        var at = start;
        for (var left = (properties.Anchor is null ? 0 : 1) + (properties.Tag is null ? 0 : 1); left > 0; left--)
        {
            while (at < text.Length && text[at] is not ('&' or '!'))
                at++;
            if (at < text.Length)
                at = text[at] == '&' ? at + 1 + (properties.Anchor?.Length ?? 0) : TagEnd(text, at, text.Length, properties, isInFlow);
        }
        return Math.Min(at, text.Length);
    }

    private static int TagEnd(string text, int start, int end, YamlProperties properties, bool isInFlow)
    {
        var rest = text.AsSpan(start, end - start);
        if (rest is ['!', '<', ..])
            return rest.IndexOf('>') is >= 0 and var close ? start + close + 1 : end;
        // A comma or bracket behind a tag in a flow collection is not part of it, and one inside a tag is.
        var blank = rest.IndexOfAny(" \t\r\n");
        var written = blank < 0 ? rest : rest[..blank];
        var length = !isInFlow || properties.Tag?.AsSpan().EndsWith(written[(written.LastIndexOf('!') + 1)..]) == true ? -1 : written.IndexOfAny(",[]{}");
        return start + (length < 0 ? written.Length : length);
    }
}
