using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>Whole numbers as they come back from a JSON 6902 patch, for which kustomize reads the whole object with fractions of 64 bits.</summary>
internal static class RoundedNumbers
{
    private const double LargestExact = 1L << 53;

    /// <summary>The node with every whole number above 2^53 rounded to what a fraction of 64 bits can hold; the same node where there is none.</summary>
    public static YamlNode In(YamlNode node, Location cause) => node switch
    {
        YamlScalar { Kind: ScalarKind.Integer } scalar => Round(scalar, cause),
        YamlMapping mapping => In(mapping, cause),
        YamlSequence sequence => In(sequence, cause),
        _ => node,
    };

    private static YamlMapping In(YamlMapping mapping, Location cause)
    {
        ImmutableArray<YamlEntry>.Builder? changed = null;
        for (var i = 0; i < mapping.Entries.Length; i++)
        {
            var entry = mapping.Entries[i];
            var value = In(entry.Value, cause);
            if (ReferenceEquals(value, entry.Value))
                continue;
            changed ??= mapping.Entries.ToBuilder();
            changed[i] = entry with { Value = value };
        }
        return changed is null ? mapping : mapping.WithEntries(changed.DrainToImmutable());
    }

    private static YamlSequence In(YamlSequence sequence, Location cause)
    {
        ImmutableArray<YamlNode>.Builder? changed = null;
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            var item = In(sequence.Items[i], cause);
            if (ReferenceEquals(item, sequence.Items[i]))
                continue;
            changed ??= sequence.Items.ToBuilder();
            changed[i] = item;
        }
        return changed is null ? sequence : sequence.WithItems(changed.DrainToImmutable());
    }

    private static YamlScalar Round(YamlScalar scalar, Location cause)
    {
        // 2^53 has sixteen digits.
        var text = scalar.CanonicalValue;
        if (text.Length < 16 || !double.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) < LargestExact)
            return scalar;
        var rounded = BigInteger.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return rounded == text ? scalar : YamlScalar.Create(rounded, scalar.Location, isText: false).WithDerivation(new(ProvenanceStep.Patch, cause, scalar));
    }
}
