using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>
/// What keeps kustomize from cutting a file of objects or patches into documents. It cuts at every <c>---</c> before it reads, so that a
/// directive stands in a document of its own, and nothing but a comment may follow the dashes (<c>kio.ByteReader</c> of kyaml).
/// </summary>
internal static class DocumentCuts
{
    /// <summary>The first thing that kustomize refuses; null when it can cut the file.</summary>
    public static BuildProblem? FirstRefused(YamlTree tree)
    {
        var text = tree.Source.Text;
        return Directive(text) is var (start, directive)
            ? Refused(tree, start, directive.Length, $"kustomize cannot read the directive '{directive}': it cuts a file at '---' first, and a directive cannot stand alone")
            : Marker(text) is var (at, marker)
                ? Refused(tree, at, marker.Length, "kustomize takes nothing but a comment behind '---'")
                : null;
    }

    /// <summary>A directive in front of the first document.</summary>
    private static (int Start, string Text)? Directive(string text)
    {
        for (var line = 0; line < text.Length;)
        {
            var content = Line(text, line);
            if (content is ['%', ..])
                return (line, content.TrimEnd().ToString());
            if (!content.IsWhiteSpace() && !content.StartsWith("#"))
                return null;
            line += content.Length + 1;
        }
        return null;
    }

    /// <summary>A marker that content follows, but for the first line of the file, where kustomize does not cut.</summary>
    private static (int Start, string Text)? Marker(string text)
    {
        for (var at = text.IndexOf("\n---", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\n---", at + 1, StringComparison.Ordinal))
        {
            var content = Line(text, at + 1);
            if (at + 1 + content.Length < text.Length && content[3..].Trim() is [not '#', ..])
                return (at + 1, content.TrimEnd().ToString());
        }
        return null;
    }

    private static ReadOnlySpan<char> Line(string text, int start)
    {
        var rest = text.AsSpan(start);
        return rest.IndexOf('\n') is >= 0 and var length ? rest[..length] : rest;
    }

    private static BuildProblem Refused(YamlTree tree, int start, int length, string message) =>
        new(BuildProblemKind.Refused, new Location(tree.Source, new(start, length)), message);
}
