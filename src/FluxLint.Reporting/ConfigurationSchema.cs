using System.Collections.Immutable;
using System.Text.Json;
using FluxLint.Configuration;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes the JSON Schema of <c>fluxlint.yaml</c>, by which editors complete and check it. It is of draft 7, which all of them read.</summary>
internal static class ConfigurationSchema
{
    /// <summary>Where the schema of the built-in rules is to be had.</summary>
    public const string Address = "https://raw.githubusercontent.com/fluxlint/fluxlint/main/docs/fluxlint.schema.json";

    /// <summary>The ids that policies and packs may have, and what they start with. Their names are not known to the schema.</summary>
    public const string IdsOfOthers = "^(?!FLX)[A-Z][A-Z-]{1,15}[0-9]{0,6}$";

    /// <summary>Writes the schema.</summary>
    /// <param name="rules">The rules that the configuration may name.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(ImmutableArray<RuleInfo> rules, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        json.WriteString("$id", Address);
        json.WriteString("title", "fluxlint.yaml");
        json.WriteString("description", "The configuration of FluxLint for a repository");
        WriteMapping(json, ConfigurationKeys.Root, isRequired: false);
        json.WriteStartObject("definitions");
        WriteSeverity(json);
        WriteSelector(json, rules);
        RuleSettingsSchema.Write(json, rules);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteSeverity(Utf8JsonWriter json)
    {
        json.WriteStartObject("severity");
        json.WriteWords("enum", ["error", "warning", "info", "off"]);
        json.WriteEndObject();
    }

    private static void WriteSelector(Utf8JsonWriter json, ImmutableArray<RuleInfo> rules)
    {
        json.WriteStartObject("rule");
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteWords("enum", rules.SelectMany(rule => (string[])[rule.Id, rule.Name]));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteString("pattern", StartOfIds(rules));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteString("pattern", IdsOfOthers);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The pattern of everything that an id starts with, and is not one itself.</summary>
    public static string StartOfIds(ImmutableArray<RuleInfo> rules)
    {
        var starts = rules.SelectMany(rule => Enumerable.Range(1, rule.Id.Length - 1).Select(length => rule.Id[..length])).Distinct().Order(StringComparer.Ordinal);
        return $"^({string.Join('|', starts.GroupBy(start => start.Length).Select(group => Together([.. group])))})$";

        static string Together(ImmutableArray<string> sameLength) => sameLength is [var only] ? only
            : sameLength.Select(start => start[..^1]).Distinct().Count() == 1 ? $"{sameLength[0][..^1]}[{string.Concat(sameLength.Select(start => start[^1]))}]"
            : string.Join('|', sameLength);
    }

    private static void WriteShape(Utf8JsonWriter json, ValueShape shape, bool isRequired)
    {
        switch (shape)
        {
            case ValueShape.Text text:
                json.WriteTypes(isRequired, "string");
                if (text.Pattern is not null)
                    json.WriteString("pattern", text.Pattern);
                break;
            case ValueShape.Version:
                json.WriteTypes(isRequired, "string", "number");
                json.WriteString("pattern", "^v?[0-9]+\\.[0-9]+(\\.[0-9]+)?$");
                break;
            case ValueShape.Number:
                json.WriteTypes(isRequired, "string", "number");
                break;
            case ValueShape.Scalar:
                json.WriteTypes(isRequired, "string", "number", "boolean");
                break;
            case ValueShape.Switch:
                json.WriteTypes(isRequired, "boolean");
                break;
            case ValueShape.Choice choice:
                json.WriteTypes(isRequired, "string");
                json.WriteWords("enum", choice.Words, withNull: !isRequired);
                break;
            case ValueShape.Rule:
                json.WriteString("$ref", "#/definitions/rule");
                break;
            case ValueShape.Rules rules:
                json.WriteTypes(isRequired, "object");
                RuleSettingsSchema.WriteUse(json, rules.HaveOptions);
                break;
            case ValueShape.List list:
                json.WriteTypes(isRequired, "array");
                if (!list.MayBeEmpty)
                    json.WriteNumber("minItems", 1);
                json.WriteStartObject("items");
                WriteShape(json, list.Item, isRequired: true);
                json.WriteEndObject();
                break;
            case ValueShape.Mapping mapping:
                WriteMapping(json, mapping, isRequired);
                break;
        }
    }

    private static void WriteMapping(Utf8JsonWriter json, ValueShape.Mapping mapping, bool isRequired)
    {
        json.WriteTypes(isRequired, "object");
        json.WriteBoolean("additionalProperties", false);
        if (mapping.Keys.Any(key => key.IsRequired))
            json.WriteWords("required", mapping.Keys.Where(key => key.IsRequired).Select(key => key.Name));
        if (!mapping.OneOf.IsEmpty)
            WriteOneOf(json, mapping.OneOf);
        json.WriteStartObject("properties");
        foreach (var key in mapping.Keys)
        {
            json.WriteStartObject(key.Name);
            json.WriteString("description", key.Summary.Replace("`", "", StringComparison.Ordinal));
            WriteShape(json, key.Shape, key.IsRequired);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    // A key without a value counts as absent.
    private static void WriteOneOf(Utf8JsonWriter json, ImmutableArray<string> keys)
    {
        json.WriteStartArray("anyOf");
        foreach (var key in keys)
        {
            json.WriteStartObject();
            json.WriteWords("required", [key]);
            json.WriteStartObject("properties");
            json.WriteStartObject(key);
            json.WriteStartObject("not");
            json.WriteString("type", "null");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
