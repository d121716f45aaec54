using System.Collections.Immutable;
using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>The tool with its rules, and the packs and the repository with theirs, which SARIF calls extensions of it.</summary>
internal sealed class SarifComponents
{
    private readonly Dictionary<string, SarifRuleReference> references = new(StringComparer.Ordinal);
    private readonly ImmutableArray<RuleInfo> builtIn;
    private readonly ImmutableArray<ImmutableArray<RuleInfo>> extensions;

    public SarifComponents(ImmutableArray<RuleInfo> rules)
    {
        builtIn = [.. rules.Where(rule => rule.Pack is null)];
        extensions = [.. rules.Where(rule => rule.Pack is not null).GroupBy(rule => rule.Pack).OrderBy(pack => pack.Key?.Id, StringComparer.Ordinal).Select(pack => pack.ToImmutableArray())];
        Add(builtIn, null);
        for (var i = 0; i < extensions.Length; i++)
            Add(extensions[i], i);
    }

    public SarifRuleReference this[string id] => references[id];

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ToolInfo.Name);
        json.WriteString("semanticVersion", ToolInfo.Version);
        json.WriteString("informationUri", ToolInfo.InformationUri);
        WriteRules(json, builtIn);
        json.WriteEndObject();
        if (!extensions.IsEmpty)
        {
            json.WriteStartArray("extensions");
            foreach (var rules in extensions)
                WriteExtension(json, rules[0].Pack, rules);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter json, PackIdentity? pack, ImmutableArray<RuleInfo> rules)
    {
        json.WriteStartObject();
        json.WriteString("name", pack?.Id);
        if (pack?.Version.Length > 0)
            WriteVersion(json, pack.Version);
        WriteRules(json, rules);
        json.WriteEndObject();
    }

    private static void WriteVersion(Utf8JsonWriter json, string version) =>
        // NuGet also has versions of four parts, which semantic versioning has not.
        json.WriteString(version.Split('-', '+')[0].Count(c => c == '.') == 2 ? "semanticVersion" : "version", version);

    private static void WriteRules(Utf8JsonWriter json, ImmutableArray<RuleInfo> rules)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            SarifRules.Write(json, rule);
        json.WriteEndArray();
    }

    private void Add(ImmutableArray<RuleInfo> rules, int? extension)
    {
        for (var i = 0; i < rules.Length; i++)
            references[rules[i].Id] = new(extension, i);
    }
}
