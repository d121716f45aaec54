using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.CodeFixes;

/// <summary>
/// Edits of YAML for fixes: of the text, never of a tree that is printed again, so that comments and every other character stay.
/// Nodes may come from a rendering. An edit is null when the node does not stand in its file as it is: because a patch, a transformer or
/// substitution made it, because an anchor shares it, or because the file is encrypted. Inline patches in a literal block can be edited.
/// </summary>
public sealed class YamlEdit
{
    private readonly WrittenFiles files;

    internal YamlEdit(Repository repository) => files = new(repository);

    /// <summary>Replaces the text of a scalar. It keeps its quotes, and gets some where YAML would read the new text as something else.</summary>
    public TextChange? Replace(YamlScalar node, string value) =>
        files.Find(node) is { Node: YamlScalar { Span.Length: > 0 } scalar } written && ScalarText.InPlaceOf(written, scalar, value) is { } text
            ? new(scalar.Source, scalar.Span, text)
            : null;

    /// <summary>Renames a key, and keeps its value. Null as well when the new key is there already.</summary>
    public TextChange? RenameKey(YamlMapping mapping, string key, string newKey) =>
        mapping.Contains(newKey) ? null : Of(mapping, key)?.RenameKey(key, newKey);

    /// <summary>Replaces the value of a key, or adds the key behind the others. Null as well where a patch gave the key its value or took it away.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="valueText">The value as YAML, which may have several lines, without the indentation that it gets.</param>
    public TextChange? Set(YamlMapping mapping, string key, string valueText) => Of(mapping, key)?.Set(key, valueText);

    /// <summary>Removes a key with its value and the comment behind it. Null as well when nothing would be left of a block.</summary>
    public TextChange? Remove(YamlMapping mapping, string key) => Of(mapping, key)?.Remove(key);

    /// <summary>Adds an item behind the others.</summary>
    /// <param name="sequence">The sequence.</param>
    /// <param name="text">The item as YAML, which may have several lines, without the indentation that it gets.</param>
    public TextChange? AddItem(YamlSequence sequence, string text) =>
        files.Find(sequence) is { Node: YamlSequence found } written ? SequenceEdit.Add(written, found, text) : null;

    /// <summary>Removes an item and the comment behind it. Null as well when nothing would be left of a block.</summary>
    public TextChange? RemoveItem(YamlSequence sequence, YamlNode item) =>
        files.Find(sequence) is { Node: YamlSequence found } ? SequenceEdit.Remove(found, item) : null;

    private MappingEdit? Of(YamlMapping mapping, string key) =>
        files.Find(mapping) is { } written ? MappingEdit.Of(written, mapping, key) : null;
}
