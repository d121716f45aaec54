using System.Text;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The keys and the size of a ConfigMap or Secret (<c>ValidateConfigMap</c>, <c>ValidateSecret</c>).</summary>
internal static class DataChecks
{
    private const long Largest = 1024 * 1024;
    private const int LongestKey = 253;

    /// <summary>Checks a ConfigMap.</summary>
    public static void CheckConfigMap(YamlMapping root, ObjectReport report)
    {
        var (texts, bytes) = (root.Mapping("data"), root.Mapping("binaryData"));
        CheckKeys(texts, "data", report);
        CheckKeys(bytes, "binaryData", report);
        foreach (var entry in bytes is null ? [] : texts?.Entries ?? [])
        {
            if (entry.Name is { } key && bytes?.Contains(key) == true)
                report.Add(entry.Key, $"the key '{key}' is in 'binaryData', too");
        }
        CheckSize(root, texts, bytes, report);
    }

    /// <summary>Checks the data of a Secret.</summary>
    public static void CheckSecret(YamlMapping root, ObjectReport report)
    {
        var (bytes, texts) = (root.Mapping("data"), root.Mapping("stringData"));
        CheckKeys(bytes, "data", report);
        CheckKeys(texts, "stringData", report);
        // Text takes the place of data with its key.
        if (bytes is null || texts is null)
            CheckSize(root, texts, bytes, report);
    }

    private static void CheckKeys(YamlMapping? data, string field, ObjectReport report)
    {
        foreach (var entry in data?.Entries ?? [])
        {
            if (entry.Name is { } key && !ValueTypes.HasVariable(key) && Problem(key) is { } problem)
                report.Add(entry.Key, $"the key '{key}' in '{field}' {problem}");
        }
    }

    private static string? Problem(string key)
    {
        if (key.Length is 0 or > LongestKey)
            return $"must have 1 to {LongestKey} characters";
        if (!key.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
            return "may only hold letters, digits, '-', '_' and '.'";
        return key == "." || key.StartsWith("..", StringComparison.Ordinal) ? "must not be '.', or start with '..'" : null;
    }

    private static void CheckSize(YamlMapping root, YamlMapping? texts, YamlMapping? bytes, ObjectReport report)
    {
        var size = Size(texts) + (Encoded(bytes) / 4 * 3);
        if (size > Largest)
            report.Add(root.KeyOf("data") ?? root.Place("binaryData"), $"the data has {size} bytes, and may have {Largest}");
    }

    private static long Size(YamlMapping? data)
    {
        var size = 0L;
        foreach (var entry in data?.Entries ?? [])
            size += entry.Value is YamlScalar { IsNull: false } text ? Encoding.UTF8.GetByteCount(text.Value) : 0;
        return size;
    }

    // Without what pads it, so that nothing is counted that is not there.
    private static long Encoded(YamlMapping? data)
    {
        var size = 0L;
        foreach (var entry in data?.Entries ?? [])
            size += entry.Value is YamlScalar { IsNull: false } text ? text.Value.Count(character => character is not ('\n' or '\r' or '=')) : 0;
        return size;
    }
}
