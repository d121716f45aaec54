using System.Globalization;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Schemas;

/// <summary>Reads parts of an object as the API server does: what is null is not there, and what a variable fills in is not known.</summary>
internal static class ObjectNodes
{
    /// <summary>Whether a variable stands for a field.</summary>
    public static bool HasOpenKeys(this YamlMapping mapping) => mapping.Entries.Any(entry => entry.Name is not { } name || ValueTypes.HasVariable(name));

    /// <summary>Whether a field is there, whatever its value.</summary>
    public static bool Has(this YamlMapping mapping, string name) => mapping[name] is not (null or YamlScalar { IsNull: true });

    /// <summary>Whether a field is there, and no variable decides that.</summary>
    public static bool IsSet(this YamlMapping mapping, string name) => mapping[name] is { } value && !(value is YamlScalar scalar && (scalar.IsNull || ValueTypes.HasVariable(scalar.Value)));

    /// <summary>Whether a text is there, and not empty.</summary>
    public static bool IsFilled(this YamlMapping mapping, string name) => mapping.Known(name) is { Value.Length: > 0 };

    /// <summary>Whether a list is there, and not empty.</summary>
    public static bool HasItems(this YamlMapping mapping, string name) => mapping.Sequence(name) is { Items.IsEmpty: false };

    /// <summary>The mappings of a list, with their numbers.</summary>
    public static IEnumerable<(int Index, YamlMapping Item)> Mappings(this YamlMapping mapping, string name)
    {
        var items = mapping.Sequence(name)?.Items ?? [];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is YamlMapping item && !item.HasOpenKeys())
                yield return (i, item);
        }
    }

    /// <summary>The text of a field; null when it is not there or not known.</summary>
    public static YamlScalar? Known(this YamlMapping mapping, string name) =>
        mapping.Scalar(name) is { } scalar && !ValueTypes.HasVariable(scalar.Value) ? scalar : null;

    /// <summary>The whole number of a field; null when it is not there, not known, or none.</summary>
    public static long? Number(this YamlMapping mapping, string name) =>
        mapping.Known(name) is { IsNumber: true } scalar && long.TryParse(scalar.CanonicalValue, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a field is not there, or an empty text, and no variable decides that.</summary>
    public static bool Lacks(this YamlMapping mapping, string name) => mapping[name] is null or YamlScalar { IsNull: true } or YamlScalar { Value: "" } && !mapping.HasOpenKeys();

    /// <summary>Whether a list is not there, or empty, and no variable decides that.</summary>
    public static bool HasNone(this YamlMapping mapping, string name) => mapping[name] is null or YamlScalar { IsNull: true } or YamlSequence { Items.IsEmpty: true } && !mapping.HasOpenKeys();

    /// <summary>Whether nothing in a mapping but these fields has a value.</summary>
    public static bool HasOnly(this YamlMapping mapping, params ReadOnlySpan<string> names)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Value is not YamlScalar { IsNull: true } && (entry.Name is not { } name || !names.Contains(name)))
                return false;
        }
        return true;
    }

    /// <summary>The texts of a list, with their numbers, as far as they are known.</summary>
    public static IEnumerable<(int Index, YamlScalar Text)> Texts(this YamlMapping mapping, string name)
    {
        var items = mapping.Sequence(name)?.Items ?? [];
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is YamlScalar { IsNull: false } text && !ValueTypes.HasVariable(text.Value))
                yield return (i, text);
        }
    }

    /// <summary>Whether a field is there under a misspelt name, which is for the schema to report.</summary>
    public static bool IsMisspelt(this YamlMapping mapping, string name) =>
        mapping.Entries.Any(entry => entry.Name is { } other && other != name && NearestName.Find(other, [name]) is not null);

    /// <summary>What to point at when something is missing in a mapping.</summary>
    public static YamlNode Start(this YamlMapping mapping) => mapping.Entries is [var first, ..] ? first.Key : mapping;

    /// <summary>What to point at for a field that may not be there.</summary>
    public static YamlNode Place(this YamlMapping mapping, string name) => mapping.KeyOf(name) ?? mapping.Start();
}
