using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Cli.Starting;

/// <summary>Rewrites files of one cluster for another: its directory and its name become those of the other, and what only it has is left open.</summary>
/// <param name="from">The directory of the one.</param>
/// <param name="to">The directory of the other.</param>
internal sealed class ClusterRenaming(string from, string to)
{
    private readonly string oldName = RepositoryPath.FileName(from);
    private readonly string newName = RepositoryPath.FileName(to);

    /// <summary>The text for the new cluster, and the places in it to fill in.</summary>
    /// <param name="tree">A file.</param>
    /// <param name="other">The same file of a second cluster; null when there is none.</param>
    /// <param name="otherDirectory">The directory of that.</param>
    public (SourceText Text, ImmutableArray<OpenPlace> Places) Rewrite(YamlTree tree, YamlTree? other, string? otherDirectory)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var places = ImmutableArray.CreateBuilder<OpenPlace>();
        var back = otherDirectory is null ? null : new ClusterRenaming(otherDirectory, from);
        for (var i = 0; i < tree.Documents.Length; i++)
        {
            if (tree.Documents[i].Root is { } root)
                Visit(root, other?.Documents.ElementAtOrDefault(i)?.Root, "");
        }
        return (tree.Source.With(changes.ToImmutable()), places.ToImmutable());

        void Visit(YamlNode node, YamlNode? counterpart, string key)
        {
            switch (node)
            {
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                        Visit(entry.Value, entry.Name is { } name ? (counterpart as YamlMapping)?[name] : null, entry.Name ?? key);
                    return;
                case YamlSequence sequence:
                    for (var i = 0; i < sequence.Items.Length; i++)
                        Visit(sequence.Items[i], (counterpart as YamlSequence)?.Items.ElementAtOrDefault(i), key);
                    return;
                case YamlScalar scalar:
                    Change(scalar, counterpart as YamlScalar, key);
                    return;
            }
        }

        void Change(YamlScalar scalar, YamlScalar? counterpart, string key)
        {
            var written = tree.Source.Slice(scalar.Span).ToString();
            var renamed = Rename(written);
            if (counterpart is not null && back is not null && back.Rename(counterpart.Value) != scalar.Value && renamed == written)
            {
                // What stands in a block has line breaks around it that are a part of it.
                if (scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded))
                    renamed = ClusterSkeleton.Placeholder;
                places.Add(new(scalar.Location.Start.Line, key));
            }
            if (renamed != written)
                changes.Add(new(tree.Source, scalar.Span, renamed));
        }
    }

    /// <summary>A text with the directory and the name of the new cluster in place of those of the old one.</summary>
    private string Rename(string text) => string.Join(to, text.Split(from).Select(part => Replace(part, oldName, newName)));

    private static string Replace(string text, string old, string @new)
    {
        for (var at = text.IndexOf(old, StringComparison.Ordinal); at >= 0; at = at >= text.Length ? -1 : text.IndexOf(old, at, StringComparison.Ordinal))
        {
            var end = at + old.Length;
            if ((at == 0 || !IsInWord(text[at - 1])) && (end == text.Length || !IsInWord(text[end])))
            {
                text = text[..at] + @new + text[end..];
                at += @new.Length;
            }
            else
            {
                at = end;
            }
        }
        return text;
    }

    private static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
