using System.Collections.Immutable;
using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>The part of the JSON Schema of <c>fluxlint.yaml</c> that has the severities of rules and their options.</summary>
internal static class RuleSettingsSchema
{
    /// <summary>Writes the definitions.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<RuleInfo> rules)
    {
        Write(json, "severities", rules, (key, _) => WriteReference(json, key, "severity"));
        Write(json, "settings", rules, (key, rule) => WriteSetting(json, key, rule));
    }

    /// <summary>Writes what a mapping of rules looks like.</summary>
    public static void WriteUse(Utf8JsonWriter json, bool haveOptions)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "null");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("$ref", haveOptions ? "#/definitions/settings" : "#/definitions/severities");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<RuleInfo> rules, Action<string, RuleInfo?> writeRule)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("patternProperties");
        writeRule(ConfigurationSchema.StartOfIds(rules), null);
        writeRule(ConfigurationSchema.IdsOfOthers, null);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        foreach (var rule in rules)
        {
            writeRule(rule.Id, rule);
            writeRule(rule.Name, rule);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string key, string definition)
    {
        json.WriteStartObject(key);
        json.WriteString("$ref", $"#/definitions/{definition}");
        json.WriteEndObject();
    }

    private static void WriteSetting(Utf8JsonWriter json, string key, RuleInfo? rule)
    {
        json.WriteStartObject(key);
        if (rule is not null)
            json.WriteString("description", $"{rule.Id} {rule.Name}: {rule.Descriptor.Title}");
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("$ref", "#/definitions/severity");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        WriteReference(json, "severity", "severity");
        foreach (var option in rule?.Descriptor.Options ?? [])
            WriteOption(json, option);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter json, RuleOption option)
    {
        json.WriteStartObject(option.Name);
        json.WriteString("description", option.Summary.Replace("`", "", StringComparison.Ordinal));
        if (option.Choices.IsEmpty)
        {
            json.WriteTypes(isRequired: false, "array");
            json.WriteStartObject("items");
            json.WriteString("type", "string");
            json.WriteEndObject();
            json.WriteWords("default", option.Default);
        }
        else
        {
            json.WriteWords("enum", option.Choices, withNull: true);
            json.WriteString("default", option.Default[0]);
        }
        json.WriteEndObject();
    }
}
