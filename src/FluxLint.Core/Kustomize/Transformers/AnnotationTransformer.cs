namespace FluxLint.Kustomize.Transformers;

/// <summary>Carries out <c>commonAnnotations</c>.</summary>
internal static class AnnotationTransformer
{
    public static void Apply(Layer layer) =>
        PairWriter.Write(layer, layer.Pairs(layer.Kustomization.Root, "commonAnnotations"), layer.Configuration.CommonAnnotations, ProvenanceStep.Annotation);
}
