using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>Looks for credentials in values and what is in them, by their names and by what they look like.</summary>
internal static class CredentialSearch
{
    private const int LongestPassword = 512;

    // Below these a name says where a credential is, and not what it is.
    private static readonly string[] OfReferences = ["ref", "refs", "secret", "secrets", "keys", "secretkeys", "valuefrom", "mapping", "mappings", "properties", "labels", "annotations", "matchlabels", "secretstore"];

    /// <summary>Adds those of a value to the ones that are found already.</summary>
    /// <param name="name">What the value is called; empty when it has no name.</param>
    /// <param name="node">The value.</param>
    /// <param name="found">What is found.</param>
    public static void In(string name, YamlNode node, List<PlainCredential> found)
    {
        switch (node)
        {
            // A variable of a container, in a manifest or in values.
            case YamlMapping { Entries.Length: 2 } variable when variable.Scalar("name") is { } named && variable.Scalar("value") is { } value:
                In(named.Value, value, found);
                break;
            case YamlMapping mapping when !IsOfReferences(name):
                foreach (var entry in mapping.Entries)
                    In(entry.Name ?? "", entry.Value, found);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                    In(name, item, found);
                break;
            case YamlScalar { IsNull: false } scalar when Find(name, scalar) is { } credential:
                found.Add(new(scalar, scalar, credential));
                break;
            case YamlScalar { IsNull: false } scalar when SecretLine.IsFile(name):
                found.AddRange(CredentialFile.Lines(name, scalar));
                break;
        }
    }

    /// <summary>What a value of a name is called when it is a credential; null when it is none.</summary>
    public static string? Describe(string name, string value)
    {
        if (!SecretName.MayBe(name) || value.Length > LongestPassword || SecretText.IsHarmless(value) || value.Any(char.IsWhiteSpace))
            return null;
        // What is named like a credential is the name of one, and so is a path.
        var isPassword = SecretName.IsOfPassword(name) && !IsName(value);
        return isPassword || (SecretName.IsOfKey(name) && SecretText.LooksRandom(value)) ? $"'{name}'" : null;
    }

    private static string? Find(string name, YamlScalar scalar)
    {
        if (SecretText.HasKey(scalar.Value))
            return name.Length == 0 ? "a credential" : $"a credential in '{name}'";
        return Describe(name, scalar.Value);
    }

    private static bool IsOfReferences(string name)
    {
        foreach (var word in OfReferences)
        {
            if (name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static bool IsName(string value) =>
        value[0] is '/' or '.' or '$' || value.Contains("://", StringComparison.Ordinal)
        || new[] { "pass", "secret", "token", "key", "cred" }.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase));
}
