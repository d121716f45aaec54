using System.Collections.Frozen;
using System.Collections.Immutable;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Kustomize;

/// <summary>Tells of remote resources that they are custom resource definitions alone: projects that offer those apart from the rest say so in their names.</summary>
internal static class RemoteDefinitions
{
    private const string FileName = "RemoteDefinitions.yaml";

    private static readonly string[] Hosts = ["github.com", "raw.githubusercontent.com"];

    private static readonly Lazy<FrozenDictionary<string, ImmutableSortedSet<string>>> Repositories = new(Load);

    private static readonly string[] Words = ["crd", "crds", "customresourcedefinition", "customresourcedefinitions"];

    /// <summary>Whether the path in a URL says that there is nothing but definitions.</summary>
    public static bool Are(string url)
    {
        var parts = Parts(url);
        // Host, owner and repository name a project, and not what is taken of it.
        return parts.Count > 1 && (IsGatewayApi(parts) || (IsManifest(parts[^1]) && SaysSo(parts[^1])) || parts.Skip(3).Any(SaysSo));
    }

    /// <summary>What the groups of the definitions in the repository of a URL end in; null where that is not known.</summary>
    public static ImmutableSortedSet<string>? GroupsOf(string url) =>
        Parts(url) is [var host, var owner, var name, ..] && Hosts.Contains(host[(host.IndexOf('@') + 1)..])
            ? Repositories.Value.GetValueOrDefault($"{owner}/{(name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name)}")
            : null;

    /// <summary>Whether a URL leads to the manifests of Flux itself.</summary>
    public static bool AreOfFlux(string url) =>
        Parts(url) is [var host, "fluxcd", var name, ..] && Hosts.Contains(host[(host.IndexOf('@') + 1)..]) && name is "flux2" or "flux2.git";

    private static List<string> Parts(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var written = (scheme < 0 ? url : url[(scheme + 3)..]).Split('?', '#')[0];
        return [.. written.Split('/', ':').Where(part => part.Length > 0)];
    }

    private static FrozenDictionary<string, ImmutableSortedSet<string>> Load()
    {
        using var stream = typeof(RemoteDefinitions).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not embedded");
        using var reader = new StreamReader(stream);
        var repositories = YamlTree.Parse(SourceText.From(FileName, reader.ReadToEnd())).RootMapping?.Mapping("repositories") ?? throw new InvalidOperationException($"{FileName} holds no repositories");
        return repositories.Entries.ToFrozenDictionary(
            entry => entry.Name ?? "",
            entry => ((entry.Value as YamlSequence)?.Items ?? []).OfType<YamlScalar>().Select(group => group.Value).ToImmutableSortedSet(StringComparer.Ordinal),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The two manifests of the Gateway API; until 1.0 they had a webhook in them.</summary>
    private static bool IsGatewayApi(List<string> parts) =>
        parts[^1] is "standard-install.yaml" or "experimental-install.yaml" && parts.Contains("gateway-api") && !parts.Exists(part => part.StartsWith("v0.", StringComparison.Ordinal));

    /// <summary>Whether the last word of a name means definitions, and none before it takes that back.</summary>
    private static bool SaysSo(string part)
    {
        var name = IsManifest(part) ? part[..part.LastIndexOf('.')] : part;
        var words = name.ToLowerInvariant().Split('-', '_', '.');
        return Words.Contains(words[^1]) && !words.Any(word => word is "no" or "without" or "skip" or "and" or "with");
    }

    private static bool IsManifest(string name) => name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
