using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Carries out <c>namePrefix</c> and <c>nameSuffix</c>.</summary>
internal static class PrefixSuffixTransformer
{
    public static void Apply(Layer layer)
    {
        var prefix = layer.NonEmptyText(layer.Kustomization.Root, "namePrefix");
        var suffix = layer.NonEmptyText(layer.Kustomization.Root, "nameSuffix");
        if (prefix is null && suffix is null)
            return;
        layer.Transform(resource => Rename(resource, prefix, suffix));
    }

    private static Resource Rename(Resource resource, YamlScalar? prefix, YamlScalar? suffix)
    {
        // The name of these is prescribed by what they stand for.
        if (resource.OriginalId is { Kind: "CustomResourceDefinition" or "Namespace" } or { Kind: "APIService", Group: "apiregistration.k8s.io" })
            return resource;
        var renamed = resource.Through(prefix?.Value ?? "", suffix?.Value ?? "");
        if (prefix is not null)
            renamed = Rename(renamed, prefix, name => prefix.Value + name);
        return suffix is null ? renamed : Rename(renamed, suffix, name => name + suffix.Value);
    }

    private static Resource Rename(Resource resource, YamlScalar cause, Func<string, string> rename)
    {
        if (resource.Root.Mapping("metadata") is not { } metadata || metadata.Scalar("name") is not { } name)
            return resource;
        var value = YamlScalar.Create(rename(name.Value), cause.Location).WithDerivation(new(Provenance.Name, cause.Location, name));
        return resource.RememberId().With(resource.Root.With("metadata", metadata.With("name", value)));
    }
}
