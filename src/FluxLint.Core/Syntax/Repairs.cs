using YamlDotNet.Core;

namespace FluxLint.Syntax;

/// <summary>
/// Rewrites what YamlDotNet refuses and go-yaml reads, without moving an offset: an anchored scalar as a value that is not the last of
/// its flow mapping, <c>{a: &amp;x 1, b: 2}</c>, and quoted text whose next line is not indented.
/// </summary>
internal sealed class Repairs(string text)
{
    private const int Limit = 200;

    private readonly Dictionary<int, string> anchors = [];
    private int count;

    /// <summary>The text to parse.</summary>
    public string Text { get; private set; } = text;

    /// <summary>The hidden anchors by the offset where YamlDotNet now sees their node start.</summary>
    public IReadOnlyDictionary<int, string> Anchors => anchors;

    /// <summary>Whether the last repair may have hidden a mistake: a quote that is never closed ends at the next one.</summary>
    public bool IsGuess { get; private set; }

    /// <summary>Rewrites what broke the text off; false when it was something else.</summary>
    public bool TryRepair(BrokenYamlException broken)
    {
        if (count++ >= Limit)
            return false;
        IsGuess = broken is { InnerException: YamlException yaml } && yaml.Message.Contains("found wrong indentation", StringComparison.Ordinal) && TryFold((int)yaml.Start.Index);
        return IsGuess || TryHideAnchor(broken);
    }

    private bool TryFold(int opening)
    {
        if (QuotedText.Fold(Text, opening) is not { } folded)
            return false;
        Text = folded;
        return true;
    }

    private bool TryHideAnchor(BrokenYamlException broken)
    {
        if (!broken.Message.Contains("did not find expected ',' or '}'", StringComparison.Ordinal))
            return false;
        // The last event is the key; the value itself never came.
        var at = SkipBlanks((int)broken.Last.End.Index);
        if (at >= Text.Length || Text[at] != ':')
            return false;
        at = SkipBlanks(at + 1);
        if (at >= Text.Length || Text[at] != '&')
            return false;
        var length = Text.AsSpan(at).IndexOfAny(" \t\r\n,[]{}");
        if (length < 0)
            return false;
        var name = Text.Substring(at + 1, length - 1);
        Text = string.Concat(Text.AsSpan(0, at), new string(' ', length), Text.AsSpan(at + length));
        anchors[SkipBlanks(at + length)] = name;
        return true;
    }

    private int SkipBlanks(int at)
    {
        while (at < Text.Length && char.IsWhiteSpace(Text[at]))
            at++;
        return at;
    }
}
