using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The rules in the schemas of a definition, wherever they stand.</summary>
internal static class DefinitionRules
{
    private const int MaximumDepth = 128;

    /// <summary>The expressions of a schema and of those in it.</summary>
    public static IEnumerable<YamlScalar> Expressions(YamlMapping schema) =>
        Schemas(schema).SelectMany(part => part.Sequence("x-kubernetes-validations")?.Items ?? []).OfType<YamlMapping>().SelectMany(OfRule);

    /// <summary>The patterns of a schema and of those in it.</summary>
    public static IEnumerable<YamlScalar> Patterns(YamlMapping schema) => Schemas(schema).Select(part => part.Scalar("pattern")).OfType<YamlScalar>();

    private static IEnumerable<YamlMapping> Schemas(YamlMapping schema, int depth = 0)
    {
        yield return schema;
        if (depth == MaximumDepth)
            yield break;
        foreach (var entry in schema.Entries)
        {
            var parts = entry switch
            {
                { Name: "properties", Value: YamlMapping fields } => fields.Entries.Select(field => field.Value).OfType<YamlMapping>(),
                { Name: "items" or "additionalProperties" or "not", Value: YamlMapping inner } => [inner],
                { Name: "allOf" or "anyOf" or "oneOf", Value: YamlSequence branches } => branches.Items.OfType<YamlMapping>(),
                _ => [],
            };
            foreach (var found in parts.SelectMany(part => Schemas(part, depth + 1)))
                yield return found;
        }
    }

    private static IEnumerable<YamlScalar> OfRule(YamlMapping rule) =>
        new[] { rule.Scalar("rule"), rule.Scalar("messageExpression") }.OfType<YamlScalar>();
}
