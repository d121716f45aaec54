using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>Looks for credentials in values and what is in them, by their names and by what they look like.</summary>
internal static class CredentialSearch
{
    private const int LongestPassword = 512;

    // Below these a name says where a credential is, and not what it is.
    private static readonly string[] OfReferences = ["ref", "refs", "secret", "secrets", "keys", "secretkeys", "valuefrom", "mapping", "mappings", "properties", "labels", "annotations", "matchlabels", "secretstore"];

    public static IEnumerable<PlainCredential> In(string name, YamlNode node) => node switch
    {
        // A variable of a container, in a manifest or in values.
        YamlMapping { Entries.Length: 2 } variable when variable.Scalar("name") is { } named && variable.Scalar("value") is { } value => In(named.Value, value),
        YamlMapping mapping when !OfReferences.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase)) => mapping.Entries.SelectMany(entry => In(entry.Name ?? "", entry.Value)),
        YamlSequence list => list.Items.SelectMany(item => In(name, item)),
        YamlScalar { IsNull: false } scalar => Find(name, scalar) is { } found ? [new(scalar, scalar, found)] : CredentialFile.Lines(name, scalar),
        _ => [],
    };

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

    private static bool IsName(string value) =>
        value[0] is '/' or '.' or '$' || value.Contains("://", StringComparison.Ordinal)
        || new[] { "pass", "secret", "token", "key", "cred" }.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase));
}
