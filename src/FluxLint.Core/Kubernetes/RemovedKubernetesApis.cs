using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Kubernetes;

/// <summary>What Kubernetes has stopped serving: a data file, read when it is first asked.</summary>
internal static class RemovedKubernetesApis
{
    private const string FileName = "RemovedApis.yaml";

    private static readonly Lazy<Dictionary<VersionedKind, KubernetesApi>> Removed = new(Load);

    /// <summary>Every version of a kind that is gone, with the release that removed it.</summary>
    public static IEnumerable<KeyValuePair<VersionedKind, KubernetesApi>> All => Removed.Value;

    /// <summary>Why a cluster of some version does not serve a kind; null when it does, or as far as is known.</summary>
    public static KubernetesApi? Find(string apiVersion, string kind, Version kubernetes)
    {
        if (!Removed.Value.TryGetValue(new(apiVersion, kind), out var api) || api.RemovedIn > kubernetes)
            return null;
        // What came next may be gone as well.
        while (api.Replacement is { } next && Find(next, kind, kubernetes) is { } later)
            api = api with { Replacement = later.Replacement };
        return api;
    }

    private static Dictionary<VersionedKind, KubernetesApi> Load()
    {
        using var stream = typeof(RemovedKubernetesApis).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not embedded");
        using var reader = new StreamReader(stream);
        var tree = YamlTree.Parse(SourceText.From(FileName, reader.ReadToEnd()));
        var removed = new Dictionary<VersionedKind, KubernetesApi>();
        foreach (var entry in (tree.Documents[0].Root as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
        {
            var api = new KubernetesApi(entry.Text("apiVersion") ?? "", Version.Parse(entry.Text("removedIn") ?? ""), entry.Text("replacement"));
            foreach (var kind in entry.Sequence("kinds")?.Items.OfType<YamlScalar>() ?? [])
                removed.Add(new(api.ApiVersion, kind.Value), api);
        }
        return removed;
    }
}
