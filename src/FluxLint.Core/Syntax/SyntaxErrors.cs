using FluxLint.Text;
using YamlDotNet.Core;

namespace FluxLint.Syntax;

/// <summary>Puts what YamlDotNet says of broken text into the words and at the place that help its author.</summary>
internal static class SyntaxErrors
{
    private static readonly (string Phrase, string Message)[] Known =
    [
        ("found invalid mapping", "a ':' opens a mapping where only a value can stand: quote the value, or check the indentation"),
        ("did not find expected <document start>", "content where a new document is expected: check the indentation, or separate documents with '---'"),
        ("did not find expected key", "a key is expected here: check the indentation"),
        ("did not find expected '-' indicator", "a list item is expected here: check the indentation"),
        ("could not find expected ':'", "a ':' is expected behind this key"),
        ("Mapping values are not allowed", "a ':' opens a mapping where none can stand: check the indentation, or quote the value"),
        ("mapping values are not allowed", "a ':' opens a mapping where none can stand: check the indentation, or quote the value"),
        ("Block sequence entries are not allowed", "a list item cannot stand here: check the indentation"),
        ("found character that cannot start any token", "this character cannot start a value: quote it"),
        ("found unexpected end of stream", "the quote that opens here is never closed"),
        ("found unexpected document indicator", "a document ends inside the quotes that open here"),
        ("found wrong indentation", "the quote that opens here is not closed, or the lines below it are not indented"),
        ("scanning an anchor or alias", "an anchor or alias needs a name: quote the value where '&' or '*' is text"),
        ("found undefined tag handle", "this tag needs a %TAG directive: quote the value where '!' is text"),
        ("did not find expected comment or line break", "behind the sign of a block scalar the line ends: quote the value where '|' or '>' is text"),
        ("did not find expected node content", "a value is expected here: quote it where it is text"),
        ("found unknown escape character", "this escape is unknown in a double-quoted string: use single quotes, or double the backslash"),
    ];

    /// <summary>Offset in the text, and a sentence.</summary>
    public static (int Offset, string Message) Describe(BrokenYamlException broken, string text, TextSpan part, FlowStart? openFlow)
    {
        if (TabIndentation(broken, text, part) is { } tab)
            return (tab, "a tab cannot indent YAML: use spaces");
        if (broken.InnerException is not YamlException yaml)
        {
            return openFlow is { } flow
                ? (flow.Offset, $"the '{flow.Bracket}' that opens here is never closed")
                : (Offset(broken.Last.End, part), "this document is not YAML");
        }

        var offset = Offset(yaml.Start, part);
        if (IsTemplate(text, part, offset))
            return (offset, "a template ('{{') is not YAML before it is rendered");
        if (openFlow is { } open)
        {
            if (text.AsSpan(offset, part.End - offset).IsWhiteSpace() && yaml.Message.Contains("did not find expected", StringComparison.Ordinal))
                return (open.Offset, $"the '{open.Bracket}' that opens here is never closed");
            if (yaml.Message.Contains("did not find expected ',' or", StringComparison.Ordinal))
                return (offset, $"a ',' or the '{(open.Bracket == '[' ? ']' : '}')}' of the '{open.Bracket}' before it is expected here");
        }
        foreach (var (phrase, message) in Known)
        {
            if (yaml.Message.Contains(phrase, StringComparison.Ordinal))
                return (offset, message);
        }
        return (offset, Sentence(yaml.Message));
    }

    private static bool IsTemplate(string text, TextSpan part, int offset)
    {
        var line = offset > part.Start ? text.LastIndexOf('\n', offset - 1, offset - part.Start) + 1 : part.Start;
        return text.AsSpan(line, Math.Min(offset + 2, part.End) - line).Contains("{{", StringComparison.Ordinal);
    }

    private static int Offset(Mark mark, TextSpan part) => (int)Math.Min(mark.Index + part.Start, part.End);

    /// <summary>The first tab before the content of a line, behind what could be read: YamlDotNet does not say where it is.</summary>
    private static int? TabIndentation(BrokenYamlException broken, string text, TextSpan part)
    {
        if (!broken.Message.Contains(" tab", StringComparison.Ordinal))
            return null;
        for (var line = Offset(broken.Last.End, part); line < part.End;)
        {
            var at = line;
            while (at < part.End && text[at] == ' ')
                at++;
            if (at < part.End && text[at] == '\t')
                return at;
            var next = text.IndexOf('\n', at, part.End - at);
            line = next < 0 ? part.End : next + 1;
        }
        return null;
    }

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" Line: ", StringComparison.Ordinal);
        var sentence = (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
        return sentence.Length == 0 ? "this is not YAML" : char.ToLowerInvariant(sentence[0]) + sentence[1..];
    }
}
