using System.Text;
using System.Text.Unicode;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>Finds the entries of a Secret that anyone can read.</summary>
internal static class SecretEntries
{
    public static IEnumerable<PlainCredential> Of(Resource resource)
    {
        var entries = Entries(resource, "data").Concat(Entries(resource, "stringData")).ToList();
        // Beside references to what is kept elsewhere stands what is no secret.
        var hasReferences = entries.Exists(entry => SecretText.IsReference(entry.Text));
        return entries.Where(entry => IsSecret(entry.Name, entry.Text, hasReferences)).Select(entry => new PlainCredential(entry.Key, entry.Value, $"'{entry.Name}'"));
    }

    /// <summary>What can be read of a field. What is no text may be anything.</summary>
    private static IEnumerable<Entry> Entries(Resource resource, string field) =>
        from entry in resource.Root.Mapping(field)?.Entries ?? []
        let value = entry.Value as YamlScalar
        let name = entry.Name
        where name is not null && value is { IsNull: false }
        let text = field == "data" ? Decode(value.Value) : value.Value
        where text is not null
        select new Entry(entry.Key, value, name, text);

    private static bool IsSecret(string name, string text, bool hasReferences)
    {
        if (SecretText.IsEncrypted(text))
            return false;
        if (SecretText.HasKey(text))
            return true;
        if (SecretLine.IsFile(name) || text.Trim() is ['{', ..] || text.Trim().Contains('\n'))
            return text.Split('\n', ',', '{').Any(SecretLine.IsOne);
        if (SecretText.IsHarmless(text) || SecretName.IsAccompanying(name))
            return false;
        return SecretName.Is(name) || SecretText.LooksRandom(text) || !(hasReferences || SecretText.IsOrdinary(text));
    }

    /// <summary>The text that is encoded; null where it is no text.</summary>
    private static string? Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && Utf8.IsValid(bytes.AsSpan(0, length)) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private sealed record Entry(YamlNode Key, YamlScalar Value, string Name, string Text);
}
