using System.Text;
using System.Text.Json;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A Secret has what its type promises (<c>ValidateSecret</c>).</summary>
internal static class SecretChecks
{
    private const string AccountName = "kubernetes.io/service-account.name";
    private const int DeepestJson = 1000;

    public static void Check(YamlMapping root, ObjectReport report)
    {
        DataChecks.CheckSecret(root, report);
        if (root.Known("type") is not { } type || IsOpen(root, "data") || IsOpen(root, "stringData"))
            return;
        switch (type.Value)
        {
            case "kubernetes.io/tls":
                Need(root, type, ["tls.crt", "tls.key"], report);
                break;
            case "kubernetes.io/dockerconfigjson":
                CheckJson(root, type, ".dockerconfigjson", report);
                break;
            case "kubernetes.io/dockercfg":
                CheckJson(root, type, ".dockercfg", report);
                break;
            case "kubernetes.io/basic-auth" when Find(root, "username") is null && Find(root, "password") is null:
                report.Add(type, $"a Secret of the type '{type.Value}' needs 'username' or 'password' in its data");
                break;
            case "kubernetes.io/ssh-auth" when Find(root, "ssh-privatekey") is null or YamlScalar { Value: "" } or YamlScalar { IsNull: true }:
                report.Add(type, $"a Secret of the type '{type.Value}' needs 'ssh-privatekey' in its data");
                break;
            case "kubernetes.io/service-account-token":
                CheckAccount(root, type, report);
                break;
        }
    }

    private static void Need(YamlMapping root, YamlScalar type, string[] keys, ObjectReport report)
    {
        var missing = keys.Where(key => Find(root, key) is null).Select(key => $"'{key}'").ToList();
        if (missing.Count > 0)
            report.Add(type, $"a Secret of the type '{type.Value}' needs {string.Join(" and ", missing)} in its data");
    }

    private static void CheckJson(YamlMapping root, YamlScalar type, string key, ObjectReport report)
    {
        Need(root, type, [key], report);
        if (Find(root, key) is YamlScalar { IsNull: false } value && Content(root, key, value) is { } content && !IsJson(content))
            report.Add(root.Mapping("stringData")?.KeyOf(key) ?? root.Mapping("data")?.KeyOf(key) ?? type, $"'{key}' must be a mapping in JSON");
    }

    private static void CheckAccount(YamlMapping root, YamlScalar type, ObjectReport report)
    {
        if (root.Mapping("metadata") is { } metadata && !metadata.HasOpenKeys() && (!metadata.Has("annotations") || metadata.Mapping("annotations") is { } annotations && !annotations.HasOpenKeys() && annotations.Lacks(AccountName)))
            report.Add(type, $"a Secret of the type '{type.Value}' needs the annotation '{AccountName}'");
    }

    /// <summary>The bytes of a value; null when they are not known, as sops may have encrypted them.</summary>
    private static byte[]? Content(YamlMapping root, string key, YamlScalar value)
    {
        if (ValueTypes.HasVariable(value.Value))
            return null;
        var isText = root.Mapping("stringData")?.Contains(key) == true;
        var bytes = isText ? Encoding.UTF8.GetBytes(value.Value) : new byte[value.Value.Length];
        if (!isText)
        {
            if (!Convert.TryFromBase64String(value.Value, bytes, out var length))
                return null;
            Array.Resize(ref bytes, length);
        }
        return bytes.AsSpan().IndexOf("sops"u8) >= 0 || bytes.AsSpan().IndexOf("${"u8) >= 0 ? null : bytes;
    }

    private static bool IsJson(byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = DeepestJson });
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static YamlNode? Find(YamlMapping root, string key) => root.Mapping("stringData")?[key] ?? root.Mapping("data")?[key];

    private static bool IsOpen(YamlMapping root, string field) => root[field] is YamlScalar { IsNull: false } || root.Mapping(field)?.HasOpenKeys() == true;
}
