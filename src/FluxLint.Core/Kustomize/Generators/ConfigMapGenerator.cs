namespace FluxLint.Kustomize.Generators;

/// <summary>Carries out <c>configMapGenerator</c>.</summary>
internal static class ConfigMapGenerator
{
    public static void Apply(Layer layer) => DataGenerator.Apply(layer, DataKind.ConfigMap);
}
