using System.Collections.Immutable;
using FluxLint.Cli.Starting;
using FluxLint.Files;

namespace FluxLint.Cli.Terminal;

/// <summary>Writes classes of clusters as a configuration has them.</summary>
internal static class SuggestedClasses
{
    private const string Unnamed = "main";

    /// <summary>The classes of a configuration that names some directories as clusters: one for those that lie side by side.</summary>
    public static ImmutableArray<ProposedClass> Of(ImmutableArray<string> directories)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. directories.GroupBy(RepositoryPath.Parent)
                .Select(siblings => new ProposedClass(NameOf(siblings.Key, names), [.. siblings.Select(directory => directory.Length == 0 ? "." : directory)])),
        ];
    }

    /// <summary>Writes classes.</summary>
    public static void Write(ImmutableArray<ProposedClass> classes, TextWriter writer)
    {
        writer.WriteLine("clusters:");
        foreach (var proposed in classes)
        {
            writer.WriteLine($"  - class: {Quoted(proposed.Name)}");
            Write(writer, "paths", proposed.Paths);
            Write(writer, "requires", proposed.Requires);
        }
    }

    /// <summary>A text as YAML: plain where nothing in it could mean something else.</summary>
    public static string Quoted(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/') && !char.IsAsciiDigit(text[0]) && text[0] != '-' && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Write(TextWriter writer, string key, ImmutableArray<string> items)
    {
        if (items.IsEmpty)
            return;
        writer.WriteLine($"    {key}:");
        foreach (var item in items)
            writer.WriteLine($"      - {Quoted(item)}");
    }

    private static string NameOf(string parent, HashSet<string> names)
    {
        var last = RepositoryPath.FileName(parent);
        var name = last is "" or "clusters" ? Unnamed : last;
        return names.Add(name) ? name : names.Add(parent) ? parent : $"{parent}-{names.Count}";
    }
}
