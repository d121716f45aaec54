using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FluxLint.SchemaStore;

/// <summary>
/// Which required fields of Kubernetes' OpenAPI document are required indeed: it calls every field so that Go always writes, and the API server
/// fills some of them in, or takes their zero. Of versions that are not stable nothing is believed.
/// </summary>
internal static partial class RequiredFields
{
    private static readonly FrozenSet<string> NotRequired = EmbeddedLines.Read("NotRequired.txt").ToFrozenSet(StringComparer.Ordinal);

    public static void Correct(string definition, JsonObject schema)
    {
        if (schema["required"] is not JsonArray required)
            return;
        var isStable = !Unstable().IsMatch(definition);
        string[] kept = [.. required.Select(field => field?.GetValue<string>() ?? "").Where(field => isStable && !NotRequired.Contains($"{Short(definition)}.{field}"))];
        schema["required"] = new JsonArray([.. kept.Select(field => JsonValue.Create(field))]);
    }

    /// <summary>The group, version and type that end the name of a definition.</summary>
    public static string Short(string definition) => string.Join('.', definition.Split('.').TakeLast(3));

    [GeneratedRegex(@"\.v\d+(alpha|beta)\d+\.|\.api\.resource\.")]
    private static partial Regex Unstable();
}
