using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Policies;
using FluxLint.Schemas.Cel.Functions;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>Reads what a policy in its short form says of fields.</summary>
internal sealed class FieldDemandReader(NodeReader reader)
{
    private const string Owner = "an entry of 'fields'";

    private static readonly string[] Comparisons = ["oneOf", "noneOf", "atLeast", "atMost", "version", "sameAs"];

    /// <summary>The demands of a policy; null when one of them is wrong, which is reported.</summary>
    public ImmutableArray<FieldDemand>? Read(YamlMapping policy)
    {
        FieldDemand?[] demands =
        [
            .. reader.Texts(policy, "require").Select(Pattern).Select(pattern => pattern is null ? null : new FieldDemand.Required(pattern)),
            .. reader.Texts(policy, "forbid").Select(Pattern).Select(pattern => pattern is null ? null : new FieldDemand.Forbidden(pattern)),
            .. reader.Items(policy, "fields").Select(item => reader.AsMapping(item, "an item of 'fields'") is { } mapping ? ReadComparison(mapping) : null),
        ];
        return demands.Contains(null) ? null : [.. demands.OfType<FieldDemand>()];
    }

    private FieldComparison? ReadComparison(YamlMapping mapping)
    {
        reader.CheckKeys(mapping, Owner, PolicyKeys.Field);
        var (field, sameAs) = (reader.Text(mapping, "field"), reader.Text(mapping, "sameAs"));
        var (pattern, other) = (field is null ? null : Pattern(field), sameAs is null ? null : Pattern(sameAs));
        if (mapping["field"] is null)
            reader.Report(mapping, $"{Owner} needs a 'field', the path to it");
        if (!Comparisons.Any(mapping.Contains))
            reader.Report(mapping, $"{Owner} needs one of {string.Join(", ", Comparisons.Select(key => $"'{key}'"))}");
        var comparison = new FieldComparison(pattern ?? FieldPattern.Whole)
        {
            OneOf = Contains("oneOf") ? reader.Globs(mapping, "oneOf") : [],
            NoneOf = Contains("noneOf") ? reader.Globs(mapping, "noneOf") : [],
            AtLeast = Quantity("atLeast"),
            AtMost = Quantity("atMost"),
            Version = Version(),
            SameAs = other,
            Default = reader.Scalar(mapping, "default"),
        };
        // What lost a part would say something else.
        var isWhole = (!Contains("oneOf") || !comparison.OneOf.IsEmpty) && (!Contains("noneOf") || !comparison.NoneOf.IsEmpty) && Has("atLeast", comparison.AtLeast)
            && Has("atMost", comparison.AtMost) && Has("version", comparison.Version) && Has("sameAs", other);
        return pattern is not null && isWhole && Comparisons.Any(mapping.Contains) ? comparison : null;

        bool Contains(string key) => mapping.Contains(key);

        bool Has(string key, object? read) => !Contains(key) || read is not null;

        YamlScalar? Quantity(string key)
        {
            if (reader.Scalar(mapping, key) is not { } node)
                return null;
            if (Quantities.Parse(node.CanonicalValue) is not null)
                return node;
            reader.Report(node, $"'{key}' must be a number or a quantity such as 512Mi, not {NodeReader.Describe(node)}");
            return null;
        }

        YamlScalar? Version()
        {
            if (reader.Scalar(mapping, "version") is not { } node)
                return null;
            if (ChartVersion.Range(node.Value) is not null)
                return node;
            reader.Report(node, $"'version' must be a range such as \">=1.2.0 <2.0.0\", not {NodeReader.Describe(node)}");
            return null;
        }
    }

    private FieldPattern? Pattern(YamlScalar node)
    {
        if (FieldPattern.FindMistake(node.Value) is var (span, message))
        {
            reader.Report(PolicyExpression.At(node, 0, span), message);
            return null;
        }
        if (FieldPattern.Parse(node.Value) is { } pattern)
            return pattern;
        reader.Report(node, $"'{node.Value}' is no path to a field, such as spec.containers[*].image or metadata.annotations['a.b/c']");
        return null;
    }
}
