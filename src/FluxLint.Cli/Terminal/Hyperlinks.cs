namespace FluxLint.Cli.Terminal;

/// <summary>Links texts to files and pages (OSC 8), where the terminal can, or leaves them as they are.</summary>
/// <param name="root">The directory that paths start from; null where there are to be no links.</param>
internal sealed class Hyperlinks(string? root)
{
    private const string Start = "\e]8;;";
    private const string End = "\e\\";

    /// <summary>Links a text to a file or directory of the repository.</summary>
    public string ToFile(string path, string text) => root is null ? text : To(new Uri(Path.Join(root, path)).AbsoluteUri, text);

    /// <summary>Links a text to an address, if there is one.</summary>
    public string ToPage(string? uri, string text) => root is null || uri is null ? text : To(uri, text);

    private static string To(string uri, string text) => $"{Start}{uri}{End}{text}{Start}{End}";
}
