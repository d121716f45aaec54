using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>
/// Keys of labels, annotations and data that kustomize writes itself. It writes them without quotes, and cannot print a mapping in which a
/// key then reads as a number, a boolean, a date or null.
/// </summary>
internal static class WrittenKeys
{
    /// <summary>Why kustomize cannot write a key.</summary>
    public static string Describe(YamlNode key) => $"kustomize writes the key '{key.TextOrEmpty()}' without quotes, and cannot print what it reads as then";

    /// <summary>The first key of a mapping that is text as long as it stands in quotes; null when there is none.</summary>
    public static YamlNode? FirstUnprintable(YamlNode? mapping)
    {
        foreach (var entry in (mapping as YamlMapping)?.Entries ?? [])
        {
            if (!IsText(entry.Key, entry.Name ?? ""))
                return entry.Key;
        }
        return null;
    }

    /// <summary>Whether a key of a kustomization can be written. In that file <c>on</c> and its like are booleans.</summary>
    public static bool IsPrintable(YamlNode key) =>
        key is YamlScalar scalar && IsText(scalar, scalar.Value) && (scalar.Style != ScalarStyle.Plain || KustomizationFields.Boolean(scalar) is null);

    // A letter in front and a slash make a name, as nearly all keys are.
    private static bool IsText(YamlNode key, string name) =>
        (name.Contains('/') && char.IsAsciiLetter(name[0])) || (name != "<<" && YamlScalar.Create(name, key.Location, isText: false).Kind == ScalarKind.String);
}
