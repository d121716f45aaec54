using System.Text;
using System.Text.Unicode;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Security;

/// <summary>Finds Secrets, written or generated, whose content is in the repository for everyone to read.</summary>
public sealed class PlaintextSecret : Rule
{
    private const int MostNamed = 2;

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7001",
        Title = "A Secret is not encrypted",
        Message = "{0} has {1} in plain text, so that everyone who can read the repository knows it",
        Category = RuleCategory.Security,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/PlaintextSecret"),
    };

    private static readonly string[] FileExtensions = [".yaml", ".yml", ".json", ".toml", ".ini", ".conf", ".cfg", ".properties", ".env", ".xml"];

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource("", "Secret", Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        // What Helm keeps is no manifest, and the API server fills in what it makes for accounts.
        if (resource.Root.Contains("sops") || resource.IsEncrypted || resource.Root.Text("type") is "helm.sh/release.v1" or "kubernetes.io/service-account-token")
            return;
        var entries = Entries(resource, "data").Concat(Entries(resource, "stringData")).ToList();
        // Beside references to what is kept elsewhere stands what is no secret.
        var hasReferences = entries.Exists(entry => SecretText.IsReference(entry.Text));
        var plain = entries.Where(entry => IsSecret(entry.Name, entry.Text, hasReferences)).ToList();
        if (plain.Count == 0)
            return;
        var more = plain.Count - MostNamed;
        var names = string.Join(more > 0 ? ", " : " and ", plain.Take(MostNamed).Select(entry => $"'{entry.Name}'")) + (more > 0 ? $" and {more} more" : "");
        context.Report(Descriptor, plain[0].Key, resource.Id.Display, names)
            .WithHelp("encrypt it with SOPS, have an ExternalSecret or SealedSecret make it, and change what is known by now");
    }

    /// <summary>What can be read of a field. What Flux fills in comes from elsewhere, and what is no text may be anything.</summary>
    private static IEnumerable<Entry> Entries(Resource resource, string field) =>
        from entry in resource.Root.Mapping(field)?.Entries ?? []
        let value = entry.Value as YamlScalar
        let name = entry.Name
        where name is not null && value is { IsNull: false, Derivation: not { Step: ProvenanceStep.Substitution or ProvenanceStep.Input } }
        let text = field == "data" ? Decode(value.Value) : value.Value
        where text is not null
        select new Entry(entry.Key, name, text);

    private static bool IsSecret(string name, string text, bool hasReferences)
    {
        if (SecretText.IsEncrypted(text))
            return false;
        if (SecretText.HasKey(text))
            return true;
        if (IsFile(name) || text.Trim() is ['{', ..] || text.Trim().Contains('\n'))
            return text.Split('\n', ',', '{').Any(IsSecretLine);
        if (SecretText.IsHarmless(text) || SecretName.IsAccompanying(name))
            return false;
        return SecretName.Is(name) || SecretText.LooksRandom(text) || !(hasReferences || SecretText.IsOrdinary(text));
    }

    private static bool IsFile(string name) => FileExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a line of a configuration file, or a part of one, sets a credential. The rest of such a file is as public as any.</summary>
    private static bool IsSecretLine(string line)
    {
        var separator = line.AsSpan().IndexOfAny(':', '=');
        if (separator <= 0 || line.TrimStart().StartsWith('#'))
            return false;
        var name = line[..separator].Trim().Trim('-', ' ', '"', '\'');
        var value = line[(separator + 1)..].Trim().TrimEnd('}', ' ').Trim('"', '\'');
        // Docker has user and password in one, encoded.
        return (name == "auth" && SecretText.LooksRandom(value)) || (SecretName.Is(name) && !SecretText.IsHarmless(value) && !SecretName.Is(value) && !(SecretName.IsOfReference(name) && SecretText.IsOrdinary(value)));
    }

    /// <summary>The text that is encoded; null where it is no text, which may be anything.</summary>
    private static string? Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) && Utf8.IsValid(bytes.AsSpan(0, length)) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private sealed record Entry(YamlNode Key, string Name, string Text);
}
