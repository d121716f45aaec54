using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FluxLint.Text;

namespace FluxLint.Suppressions;

/// <summary>A SARIF log of ours that holds the findings of old, which are not shown.</summary>
internal sealed class Baseline
{
    private readonly SourceText source;
    private readonly ImmutableArray<BaselineEntry>.Builder entries = ImmutableArray.CreateBuilder<BaselineEntry>();

    private Baseline(SourceText source) => this.source = source;

    /// <summary>The log.</summary>
    public SourceText Source => source;

    /// <summary>What it holds, in order.</summary>
    public ImmutableArray<BaselineEntry> Entries { get; private set; } = [];

    /// <summary>Reads a log.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="problem">Why there is no baseline, without a full stop; empty when there is one.</param>
    public static Baseline? Read(SourceText source, out string problem)
    {
        var baseline = new Baseline(source);
        problem = "";
        try
        {
            problem = baseline.TryRead() ? "" : $"'{source.Path}' is not a SARIF log that FluxLint wrote";
        }
        catch (JsonException broken)
        {
            problem = $"'{source.Path}' is not JSON in line {broken.LineNumber + 1}";
        }
        baseline.Entries = baseline.entries.ToImmutable();
        return problem.Length == 0 ? baseline : null;
    }

    private bool TryRead()
    {
        var bytes = Encoding.UTF8.GetBytes(source.Text);
        var reader = new Utf8JsonReader(bytes);
        var (known, characters, isOurs) = (0, 0, false);
        var path = new Stack<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString() ?? "";
                reader.Read();
                isOurs |= name == "name" && reader.TokenType == JsonTokenType.String && reader.CurrentDepth == 5 && reader.ValueTextEquals("FluxLint");
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    path.Push(name);
            }
            else if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 4 && path.TryPeek(out var list) && list == "results")
            {
                var start = CharacterAt((int)reader.TokenStartIndex);
                var result = JsonElement.ParseValue(ref reader);
                Add(result, TextSpan.FromBounds(start, CharacterAt((int)reader.BytesConsumed)));
            }
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Push("");
            }
            else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.TryPop(out _);
            }
        }
        return isOurs;

        // Results come in order, so that each part of the text is counted once.
        int CharacterAt(int position)
        {
            characters += Encoding.UTF8.GetCharCount(bytes.AsSpan(known, position - known));
            known = position;
            return characters;
        }
    }

    private void Add(JsonElement result, TextSpan span)
    {
        var fingerprint = Text(result, "partialFingerprints", "primaryLocationLineHash");
        if (Text(result, "ruleId") is not { } id || fingerprint is null)
            return;
        var location = result.TryGetProperty("locations", out var locations) && locations.ValueKind == JsonValueKind.Array && locations.GetArrayLength() > 0 ? locations[0] : default;
        var uri = Text(location, "physicalLocation", "artifactLocation", "uri") ?? "";
        entries.Add(new(id, fingerprint.Split(':')[0], Uri.UnescapeDataString(uri), span));
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
