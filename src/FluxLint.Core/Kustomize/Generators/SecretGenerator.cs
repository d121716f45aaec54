namespace FluxLint.Kustomize.Generators;

/// <summary>Carries out <c>secretGenerator</c>.</summary>
internal static class SecretGenerator
{
    public static void Apply(Layer layer) => DataGenerator.Apply(layer, DataKind.Secret);
}
