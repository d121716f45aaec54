using System.Collections.Immutable;
using System.Text;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Metadata;

/// <summary>The <c>buildMetadata</c> of the top of a build: annotations and a label that say how objects came about.</summary>
internal static class BuildMetadata
{
    private const string Origins = "originAnnotations";
    private const string Transformers = "transformerAnnotations";
    private const string ManagedBy = "managedByLabel";

    /// <summary>Whether resources must keep a record on their way.</summary>
    public static bool NeedsTracking(Kustomization kustomization) => kustomization.Scalars("buildMetadata").Any(item => item.Value is Origins or Transformers);

    /// <summary>The resources with what the kustomization wants to have added; the same array when it wants nothing.</summary>
    public static ImmutableArray<Resource> Apply(ImmutableArray<Resource> resources, Kustomization? kustomization)
    {
        foreach (var option in kustomization?.Scalars("buildMetadata") ?? [])
        {
            Func<Resource, Resource>? add = option.Value switch
            {
                // The version is the one that kustomize gives where it is a library, as in kubectl and in Flux.
                ManagedBy => resource => Add(resource, "labels", "app.kubernetes.io/managed-by", "kustomize-(devel)", option),
                Origins => resource => resource.History is { } history
                    ? Add(resource, "annotations", "config.kubernetes.io/origin", Text([history.Origin], kustomization, isList: false), option)
                    : resource,
                Transformers => resource => resource.History is { Transformers: [_, ..] steps }
                    ? Add(resource, "annotations", "alpha.config.kubernetes.io/transformations", Text(steps, kustomization, isList: true), option)
                    : resource,
                _ => null,
            };
            if (add is not null)
                resources = [.. resources.Select(add)];
        }
        return resources;
    }

    private static string Text(IEnumerable<BuildStep> steps, Kustomization? kustomization, bool isList)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
            step.Write(text, kustomization?.Directory ?? "", isList);
        return text.ToString();
    }

    private static Resource Add(Resource resource, string field, string name, string text, YamlScalar cause)
    {
        if (resource.Root.Mapping("metadata") is not { } metadata)
            return resource;
        var pairs = metadata.Mapping(field) ?? new YamlMapping(cause.Source, cause.Span, []);
        var value = YamlScalar.Create(text, cause.Location).WithDerivation(new(field == "labels" ? ProvenanceStep.Label : ProvenanceStep.Annotation, cause.Location, pairs[name]));
        return resource.With(resource.Root.With("metadata", metadata.With(field, pairs.With(name, value))));
    }
}
