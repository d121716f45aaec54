using System.Collections.Immutable;
using FluxLint.Files;

namespace FluxLint.Cli.Terminal;

/// <summary>Writes the classes of a configuration that names some directories as clusters: one for those that lie side by side.</summary>
internal static class SuggestedClasses
{
    private const string Unnamed = "main";

    public static void Write(ImmutableArray<string> directories, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        var names = new HashSet<string>(StringComparer.Ordinal);
        writer.WriteLine("clusters:");
        foreach (var siblings in directories.GroupBy(RepositoryPath.Parent))
        {
            writer.WriteLine($"  - class: {Quoted(NameOf(siblings.Key, names))}");
            writer.WriteLine("    paths:");
            foreach (var directory in siblings)
                writer.WriteLine($"      - {Quoted(directory.Length == 0 ? "." : directory)}");
        }
    }

    private static string NameOf(string parent, HashSet<string> names)
    {
        var last = RepositoryPath.FileName(parent);
        var name = last is "" or "clusters" ? Unnamed : last;
        return names.Add(name) ? name : names.Add(parent) ? parent : $"{parent}-{names.Count}";
    }

    /// <summary>A text as YAML: plain where nothing in it could mean something else.</summary>
    private static string Quoted(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/') && !char.IsAsciiDigit(text[0]) && text[0] != '-' ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
