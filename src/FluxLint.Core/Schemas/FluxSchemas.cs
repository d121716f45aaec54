using FluxLint.Kubernetes;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Schemas;

/// <summary>
/// The data file of Flux's own kinds, read when it is first asked: for clusters whose Flux is set up elsewhere. Derived from
/// the definitions of Flux, of its source-watcher and of flux-operator; what those still change keeps unknown fields.
/// </summary>
internal sealed class FluxSchemas
{
    private const string FileName = "FluxSchemas.yaml";

    private static readonly Lazy<FluxSchemas> Loaded = new(Load);

    private readonly Dictionary<VersionedKind, SchemaSlot> schemas = [];

    private FluxSchemas(YamlMapping root)
    {
        var source = new DocumentSource(root);
        Release = Version.Parse(root.Text("release") ?? "0.0");
        foreach (var group in root.Mapping("kinds")?.Entries ?? [])
        {
            foreach (var kind in (group.Value as YamlMapping)?.Entries ?? [])
            {
                foreach (var version in (kind.Value as YamlMapping)?.Entries ?? [])
                {
                    if (version.Value is YamlMapping schema)
                        schemas.Add(new($"{group.Name}/{version.Name}", kind.Name ?? ""), new(schema, source));
                }
            }
        }
    }

    /// <summary>The schemas that ship with this library.</summary>
    public static FluxSchemas Default => Loaded.Value;

    /// <summary>The minor release of Flux that they are of.</summary>
    public Version Release { get; }

    /// <summary>Whether a group is one of Flux or of what extends it. All kinds of these groups are namespaced.</summary>
    public static bool IsFlux(string group) =>
        group.EndsWith(".toolkit.fluxcd.io", StringComparison.Ordinal) || group is "source.extensions.fluxcd.io" or "fluxcd.controlplane.io";

    /// <summary>The schema of a kind; null when it is not known.</summary>
    public Schema? Find(string group, string version, string kind) => schemas.TryGetValue(new($"{group}/{version}", kind), out var slot) ? slot.Value : null;

    private static FluxSchemas Load()
    {
        using var stream = typeof(FluxSchemas).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not embedded");
        using var reader = new StreamReader(stream);
        var tree = YamlTree.Parse(SourceText.From(FileName, reader.ReadToEnd()));
        return new(tree.RootMapping ?? throw new InvalidOperationException($"{FileName} holds no mapping"));
    }
}
