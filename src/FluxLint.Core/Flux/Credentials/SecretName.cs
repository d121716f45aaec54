using System.Buffers;

namespace FluxLint.Flux;

/// <summary>Tells by the name of a value whether it is a credential.</summary>
internal static class SecretName
{
    private static readonly string[] Passwords = ["password", "passwd", "passphrase", "pwd"];

    private static readonly string[] Keys = ["secret", "token", "apikey", "secretkey", "accesskey", "privatekey", "secretaccesskey", "credential", "credentials", "authkey", "encryptionkey", "signingkey"];

    // One of them is in every name of those above, however its words are parted: most names are done with here.
    private static readonly SearchValues<string> Parts = SearchValues.Create(["pass", "pwd", "secret", "token", "key", "cred"], StringComparison.OrdinalIgnoreCase);

    // What a Secret says besides the credential itself.
    private static readonly string[] Accompanying =
    [
        "address", "bucket", "ca.crt", "client_id", "clientid", "database", "db", "dbname", "domain", "email", "enableoci", "endpoint", "forcehttp", "host", "hostname",
        "id", "insecure", "issuer", "known_hosts", "login", "name", "namespace", "org", "organization", "port", "project", "provider", "region", "scheme", "server", "service",
        "subscriptionid", "tenantid", "tls.crt", "type", "uri", "url", "user", "username", "version", "zone",
    ];

    /// <summary>Whether a name means a password.</summary>
    public static bool IsOfPassword(string name) => MayBe(name) && EndsWithAny(Plain(name), Passwords);

    /// <summary>Whether a name means a credential that machines make.</summary>
    public static bool IsOfKey(string name) => MayBe(name) && EndsWithAny(Plain(name), Keys);

    /// <summary>Whether a name means a credential of any kind.</summary>
    public static bool Is(string name) => IsOfPassword(name) || IsOfKey(name);

    /// <summary>Whether a name means what goes with a credential and may be known: who, where, and certificates.</summary>
    public static bool IsAccompanying(string name)
    {
        var lower = name.ToLowerInvariant();
        return Accompanying.Any(word => lower == word || lower.EndsWith("_" + word, StringComparison.Ordinal) || lower.EndsWith("-" + word, StringComparison.Ordinal) || lower.EndsWith("." + word, StringComparison.Ordinal))
            || (!Is(name) && Accompanying.Any(word => word.Length > 3 && lower.EndsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>Whether a name may mean the object that a credential is in, as <c>existingSecret</c> does.</summary>
    public static bool IsOfReference(string name) => Plain(name).EndsWith("secret", StringComparison.Ordinal);

    /// <summary>Whether a name has a word in it without which it means no credential.</summary>
    public static bool MayBe(string name) => name.AsSpan().ContainsAny(Parts);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool EndsWithAny(string name, string[] words) => words.Any(word => name.EndsWith(word, StringComparison.Ordinal));
}
