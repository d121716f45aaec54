using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The rules in the schemas of a definition, wherever they stand.</summary>
internal static class DefinitionRules
{
    private const int MaximumDepth = 128;

    /// <summary>The expressions of a schema and of those in it.</summary>
    public static IEnumerable<YamlScalar> Expressions(YamlMapping schema, int depth = 0)
    {
        if (depth == MaximumDepth)
            yield break;
        foreach (var entry in schema.Entries)
        {
            var found = entry switch
            {
                { Name: "x-kubernetes-validations", Value: YamlSequence rules } => rules.Items.OfType<YamlMapping>().SelectMany(OfRule),
                { Name: "properties", Value: YamlMapping fields } => fields.Entries.Select(field => field.Value).OfType<YamlMapping>().SelectMany(field => Expressions(field, depth + 1)),
                { Name: "items" or "additionalProperties", Value: YamlMapping inner } => Expressions(inner, depth + 1),
                _ => [],
            };
            foreach (var expression in found)
                yield return expression;
        }
    }

    private static IEnumerable<YamlScalar> OfRule(YamlMapping rule) =>
        new[] { rule.Scalar("rule"), rule.Scalar("messageExpression") }.OfType<YamlScalar>();
}
