using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>
/// Reads fields of a kustomization as strictly as kustomize does: a number or a boolean where text is expected is refused,
/// and <c>yes</c>, <c>no</c>, <c>on</c>, <c>off</c>, <c>y</c> and <c>n</c> are booleans there.
/// </summary>
internal static class KustomizationFields
{
    /// <summary>
    /// The value of a key, found without regard to case; null when it is absent or null. Of several spellings the last in ordinal order
    /// counts, because kustomize reads the fields by way of sorted JSON.
    /// </summary>
    public static YamlNode? Field(this YamlMapping mapping, string name)
    {
        var (spelling, value) = ("", (YamlNode?)null);
        foreach (var entry in mapping.Entries)
        {
            if (string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(entry.Name, spelling) > 0)
                (spelling, value) = (entry.Name ?? "", entry.Value);
        }
        return value is YamlScalar { IsNull: true } ? null : value;
    }

    /// <summary>A scalar field that is not null, found without regard to case.</summary>
    public static YamlScalar? ScalarField(this YamlMapping mapping, string name) => mapping.Field(name) as YamlScalar;

    /// <summary>The text of a scalar field, found without regard to case.</summary>
    public static string? TextField(this YamlMapping mapping, string name) => mapping.ScalarField(name)?.Value;

    /// <summary>A text field; null when it is absent, null or refused.</summary>
    public static YamlScalar? Text(this Layer layer, YamlMapping owner, string name) =>
        owner.Field(name) is { } node && layer.IsText(node, $"'{name}'") ? (YamlScalar)node : null;

    /// <summary>A text field that must not be empty to count.</summary>
    public static YamlScalar? NonEmptyText(this Layer layer, YamlMapping owner, string name) =>
        layer.Text(owner, name) is { Value.Length: > 0 } scalar ? scalar : null;

    /// <summary>A boolean field; false when it is absent, null or refused.</summary>
    public static bool Flag(this Layer layer, YamlMapping owner, string name)
    {
        if (owner.Field(name) is not { } node)
            return false;
        if (node is YamlScalar scalar && Boolean(scalar) is { } flag)
            return flag;
        layer.Report(BuildProblemKind.Refused, node, $"'{name}' must be true or false, and is {Describe(node)}");
        return false;
    }

    /// <summary>The mappings of a list field. Null items are skipped, everything else is refused.</summary>
    public static IEnumerable<YamlMapping> Mappings(this Layer layer, YamlMapping owner, string name)
    {
        foreach (var item in layer.List(owner, name))
        {
            if (item is YamlMapping mapping)
                yield return mapping;
            else if (item is not YamlScalar { IsNull: true })
                layer.Report(BuildProblemKind.Refused, item, $"an entry of '{name}' must be a mapping, and is {Describe(item)}");
        }
    }

    /// <summary>The texts of a list field.</summary>
    public static IEnumerable<YamlScalar> Texts(this Layer layer, YamlMapping owner, string name)
    {
        foreach (var item in layer.List(owner, name))
        {
            if (item is YamlScalar { IsNull: true } || layer.IsText(item, $"an entry of '{name}'"))
                yield return (YamlScalar)item;
        }
    }

    /// <summary>The pairs of a mapping from text to text, in order of their keys. A null value is empty text.</summary>
    public static List<YamlEntry> Pairs(this Layer layer, YamlMapping owner, string name)
    {
        var pairs = new List<YamlEntry>();
        if (owner.Field(name) is not { } node)
            return pairs;
        if (node is not YamlMapping mapping)
        {
            layer.Report(BuildProblemKind.Refused, node, $"'{name}' must be a mapping, and is {Describe(node)}");
            return pairs;
        }
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is null)
                layer.Report(BuildProblemKind.Refused, entry.Key, $"a key of '{name}' must be text");
            else if (entry.Value is YamlScalar { IsNull: true } || layer.IsText(entry.Value, $"the value of '{entry.Name}' in '{name}'"))
                pairs.Add(entry);
        }
        pairs.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return pairs;
    }

    /// <summary>Refuses the fields of an entry that kustomize does not know.</summary>
    public static void RefuseUnknown(this Layer layer, YamlMapping mapping, string owner, params ReadOnlySpan<string> known)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } name && !Contains(known, name))
                layer.Report(BuildProblemKind.Refused, entry.Key, $"'{owner}' has no field '{name}'");
        }
    }

    /// <summary>The text of a scalar as kustomize takes it: null is empty.</summary>
    public static string TextOrEmpty(this YamlNode? node) => node is YamlScalar { IsNull: false } scalar ? scalar.Value : "";

    /// <summary>What a node is, in words.</summary>
    public static string Describe(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        YamlScalar scalar when Boolean(scalar) is not null => $"the boolean {scalar.Value}; quote it to make it text",
        YamlScalar { IsNumber: true } scalar => $"the number {scalar.Value}; quote it to make it text",
        YamlScalar { Value.Length: <= 60 } scalar => $"'{scalar.Value}'",
        _ => "text",
    };

    private static IEnumerable<YamlNode> List(this Layer layer, YamlMapping owner, string name)
    {
        if (owner.Field(name) is not { } node)
            return [];
        if (node is YamlSequence sequence)
            return sequence.Items;
        layer.Report(BuildProblemKind.Refused, node, $"'{name}' must be a list, and is {Describe(node)}");
        return [];
    }

    /// <summary>Whether a node is text; anything else is refused.</summary>
    public static bool IsText(this Layer layer, YamlNode node, string what)
    {
        if (node is YamlScalar { Kind: ScalarKind.String or ScalarKind.Timestamp } scalar && Boolean(scalar) is null)
            return true;
        layer.Report(BuildProblemKind.Refused, node, $"{what} must be text, and is {Describe(node)}");
        return false;
    }

    /// <summary>What a plain scalar of a kustomization is as a boolean; null when it is none.</summary>
    public static bool? Boolean(YamlScalar scalar) => scalar.Style != ScalarStyle.Plain ? null : scalar.Value switch
    {
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" or "y" or "Y" => true,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" or "n" or "N" => false,
        _ => null,
    };

    /// <summary>Whether a field is among those of some names, whatever the case of its letters.</summary>
    public static bool Contains(ReadOnlySpan<string> names, string name)
    {
        foreach (var known in names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
