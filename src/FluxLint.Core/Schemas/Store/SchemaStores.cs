namespace FluxLint.Schemas;

/// <summary>The stores that ship with this library, each read when it is first asked. <c>THIRD-PARTY-NOTICES.md</c> says where they come from.</summary>
internal static class SchemaStores
{
    private static readonly Lazy<SchemaStore> LoadedKubernetes = new(() => Load("Kubernetes.store"));
    private static readonly Lazy<SchemaStore> LoadedFlux = new(() => Load("Flux.store"));
    private static readonly Lazy<SchemaStore> LoadedOperator = new(() => Load("FluxOperator.store"));
    private static readonly Lazy<SchemaStore> LoadedCatalogue = new(() => Load("Catalogue.store"));

    /// <summary>The kinds that are built into Kubernetes.</summary>
    public static SchemaStore Kubernetes => LoadedKubernetes.Value;

    /// <summary>The kinds of Flux and of its source-watcher.</summary>
    public static SchemaStore Flux => LoadedFlux.Value;

    /// <summary>The kinds of flux-operator.</summary>
    public static SchemaStore FluxOperator => LoadedOperator.Value;

    /// <summary>Custom resources of all sorts of operators, each of some release. The names of kinds are in lower case; the release is the year and the month of the collection.</summary>
    public static SchemaStore Catalogue => LoadedCatalogue.Value;

    private static SchemaStore Load(string name) =>
        SchemaStore.Read(() => typeof(SchemaStores).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded"));
}
