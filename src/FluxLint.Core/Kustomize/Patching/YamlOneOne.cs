using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>
/// Reads values by YAML 1.1, as kustomize reads JSON 6902 patches and nothing else: <c>yes</c>, <c>on</c> and their like are booleans,
/// a date stays text, and so does every key.
/// </summary>
internal static class YamlOneOne
{
    /// <summary>The same node where it reads the same.</summary>
    public static YamlNode Read(YamlNode node) => node switch
    {
        YamlScalar scalar => Read(scalar),
        YamlSequence sequence => Read(sequence),
        YamlMapping mapping => Read(mapping),
        _ => node,
    };

    private static YamlSequence Read(YamlSequence sequence)
    {
        var items = ImmutableArray.CreateRange(sequence.Items, Read);
        return items.AsSpan().SequenceEqual(sequence.Items.AsSpan(), ReferenceEqualityComparer.Instance) ? sequence : sequence.WithItems(items);
    }

    private static YamlMapping Read(YamlMapping mapping)
    {
        var entries = ImmutableArray.CreateRange(mapping.Entries, entry => new YamlEntry(Key(entry.Key), Read(entry.Value)));
        return entries.AsSpan().SequenceEqual(mapping.Entries.AsSpan()) ? mapping : mapping.WithEntries(entries);
    }

    private static YamlScalar Read(YamlScalar scalar) => scalar switch
    {
        { Kind: ScalarKind.Timestamp } => As(scalar, scalar.Value, ScalarStyle.DoubleQuoted),
        { Style: ScalarStyle.Plain, Kind: ScalarKind.String, Properties: null, Value.Length: <= 3 } when Boolean(scalar.Value) is { } value => As(scalar, value, ScalarStyle.Plain),
        _ => scalar,
    };

    private static YamlNode Key(YamlNode key)
    {
        if (key is not YamlScalar { Style: ScalarStyle.Plain } scalar)
            return key;
        var name = Read(scalar).CanonicalValue;
        return name == scalar.Value || scalar.Kind == ScalarKind.Timestamp ? key : As(scalar, name, ScalarStyle.DoubleQuoted);
    }

    private static string? Boolean(string text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => "true",
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => "false",
        _ => null,
    };

    private static YamlScalar As(YamlScalar scalar, string value, ScalarStyle style) => new(scalar.Source, scalar.Span, value, style, scalar.Properties, scalar.Derivation);
}
