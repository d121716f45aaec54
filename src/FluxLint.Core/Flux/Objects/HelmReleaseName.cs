using System.Security.Cryptography;
using System.Text;

namespace FluxLint.Flux;

/// <summary>The name that helm-controller gives a release: the one written, or <c>[targetNamespace-]name</c>, cut to what Helm takes.</summary>
/// <remarks>As in helm-controller, api/v2/helmrelease_types.go (GetReleaseName) and internal/release/name.go (ShortenName).</remarks>
internal static class HelmReleaseName
{
    private const int MaximumLength = 53;
    private const int HashLength = 12;

    public static string Of(string? written, string? targetNamespace, string name)
    {
        if (written is { Length: > 0 })
            return Shorten(written);
        return Shorten(targetNamespace is { Length: > 0 } ? $"{targetNamespace}-{name}" : name);
    }

    private static string Shorten(string name)
    {
        if (name.Length <= MaximumLength)
            return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        return $"{name[..(MaximumLength - HashLength - 1)]}-{hash[..HashLength]}";
    }
}
