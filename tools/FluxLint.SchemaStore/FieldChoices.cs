using System.Text.Json.Nodes;

namespace FluxLint.SchemaStore;

/// <summary>What Kubernetes' OpenAPI document leaves out of fields: the values that some take, and the protocol of ports, which is a part of their key.</summary>
internal static class FieldChoices
{
    private static readonly ILookup<string, (string Field, string[] Values)> Choices = EmbeddedLines.Read("Choices.txt")
        .Select(line => line.Split(' '))
        .ToLookup(words => words[0][..words[0].LastIndexOf('.')], words => (words[0][(words[0].LastIndexOf('.') + 1)..], words[1..]));

    public static void Correct(string definition, JsonObject schema)
    {
        var name = RequiredFields.Short(definition);
        foreach (var (field, values) in Choices[name])
        {
            // Older releases may not have the field.
            if (schema["properties"]?[field] is not JsonObject property)
                continue;
            var chosen = property["items"] as JsonObject ?? property;
            // An empty text is the same as none, and stands for the default.
            chosen["enum"] = new JsonArray([.. values.Append("").Select(value => JsonValue.Create(value))]);
        }
        if (name is "core.v1.ContainerPort" or "core.v1.ServicePort" && schema["properties"]?["protocol"] is JsonObject protocol)
            protocol["default"] = "TCP";
    }
}
