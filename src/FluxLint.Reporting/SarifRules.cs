using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes rules as SARIF's reporting descriptors.</summary>
internal static class SarifRules
{
    public static void Write(Utf8JsonWriter json, RuleInfo rule)
    {
        var page = rule.Page.Length > 0 ? rule.Page.ReplaceLineEndings("\n") : rule.Descriptor.Title;
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        if (rule.Name.Length > 0)
            json.WriteString("name", rule.Name);
        WriteMessage(json, "shortDescription", rule.Descriptor.Title);
        WriteMessage(json, "fullDescription", RulePage.FirstParagraph(rule));
        json.WriteStartObject("help");
        json.WriteText("text", page);
        json.WriteText("markdown", page);
        json.WriteEndObject();
        if (rule.HelpUri is { } uri)
            json.WriteText("helpUri", uri);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", DefaultSeverity(rule).ToSarifLevel());
        json.WriteEndObject();
        WriteProperties(json, rule);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, RuleInfo rule)
    {
        var severity = DefaultSeverity(rule);
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(rule.Descriptor.Category.Name.ToLowerInvariant());
        json.WriteEndArray();
        json.WriteString("precision", "high");
        // GitHub reads one of the two, as a number in a string: the second makes a security alert of a finding.
        json.WriteString("problem.severity", severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "recommendation",
        });
        if (rule.Descriptor.Category == RuleCategory.Security)
        {
            json.WriteString("security-severity", severity switch
            {
                Severity.Error => "8.0",
                Severity.Warning => "5.5",
                _ => "3.0",
            });
        }
        json.WriteEndObject();
    }

    // A rule that is off until asked for has the severity that it was asked for with.
    private static Severity DefaultSeverity(RuleInfo rule) =>
        rule.Descriptor.Severity != Severity.Off ? rule.Descriptor.Severity
        : rule.Severity != Severity.Off ? rule.Severity
        : Severity.Warning;

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteText("text", text);
        json.WriteEndObject();
    }
}
