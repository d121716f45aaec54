using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Flux;

/// <summary>Objects in the namespace <c>apps</c>, read from the few lines that a test is about.</summary>
internal static class FluxSample
{
    public static T Read<T>(string apiVersion, string kind, string spec)
        where T : FluxObject =>
        FluxObject.Of(Resource($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata:\n  name: web\n  namespace: apps\nspec:\n{spec}\n")) as T
        ?? throw new InvalidOperationException($"this is no {typeof(T).Name}");

    public static Resource Resource(string text) =>
        FluxLint.Kustomize.Resource.Of(YamlTree.Parse(SourceText.From("manifest.yaml", text)).RootMapping ?? throw new InvalidOperationException("this is no mapping"));
}
