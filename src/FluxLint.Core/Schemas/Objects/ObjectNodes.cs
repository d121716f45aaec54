using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Reads parts of an object as the API server does: what is null is not there, and what a variable fills in is not known.</summary>
internal static class ObjectNodes
{
    /// <summary>Whether a variable stands for a field.</summary>
    public static bool HasOpenKeys(this YamlMapping mapping) => mapping.Entries.Any(entry => entry.Name is not { } name || ValueTypes.HasVariable(name));

    /// <summary>Whether a field is there, whatever its value.</summary>
    public static bool Has(this YamlMapping mapping, string name) => mapping[name] is not (null or YamlScalar { IsNull: true });

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
}
