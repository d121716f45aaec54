namespace FluxLint.Kustomize.Generators;

/// <summary>The kinds that kustomize generates from data.</summary>
internal enum DataKind
{
    ConfigMap,
    Secret,
}
