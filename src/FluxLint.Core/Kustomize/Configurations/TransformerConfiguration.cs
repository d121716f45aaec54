using System.Collections.Immutable;
using FluxLint.Kubernetes;

namespace FluxLint.Kustomize.Configurations;

/// <summary>
/// The fields that transformers work on. A layer without <c>configurations</c> shares the default; what a layer adds stays with its
/// resources, and so it counts in every layer above it, too.
/// </summary>
internal sealed class TransformerConfiguration
{
    /// <summary>The fields of built-in kinds.</summary>
    public static readonly TransformerConfiguration Default = new()
    {
        NamePrefix = [new("metadata/name")],
        NameSuffix = [new("metadata/name")],
        Namespace =
        [
            new("metadata/name", "Namespace", Create: true),
            new("spec/service/namespace", "APIService", KubernetesGroups.ApiRegistration, Create: true),
            new("spec/conversion/webhook/clientConfig/service/namespace", "CustomResourceDefinition", KubernetesGroups.ApiExtensions),
            new("metadata/namespace", Create: true),
        ],
        CommonLabels = MetadataFields.LabelsAndSelectors,
        TemplateLabels = MetadataFields.TemplateLabels,
        CommonAnnotations = MetadataFields.Annotations,
        Images =
        [
            new("spec/containers[]/image", Create: true),
            new("spec/initContainers[]/image", Create: true),
            new("spec/template/spec/containers[]/image", Create: true),
            new("spec/template/spec/initContainers[]/image", Create: true),
        ],
        Replicas =
        [
            new("spec/replicas", "Deployment", Create: true),
            new("spec/replicas", "StatefulSet", Create: true),
            new("spec/replicas", "ReplicaSet", Create: true),
            new("spec/replicas", "ReplicationController", Create: true),
        ],
        NameReferences = NameReferenceTable.Default,
    };

    /// <summary>No fields at all.</summary>
    public static readonly TransformerConfiguration Empty = new();

    public ImmutableArray<FieldSpec> NamePrefix { get; init; } = [];

    public ImmutableArray<FieldSpec> NameSuffix { get; init; } = [];

    public ImmutableArray<FieldSpec> Namespace { get; init; } = [];

    public ImmutableArray<FieldSpec> CommonLabels { get; init; } = [];

    /// <summary>The fields that every entry of <c>labels</c> writes to, on top of those that it asks for.</summary>
    public ImmutableArray<FieldSpec> Labels { get; init; } = [];

    public ImmutableArray<FieldSpec> TemplateLabels { get; init; } = [];

    public ImmutableArray<FieldSpec> CommonAnnotations { get; init; } = [];

    public ImmutableArray<FieldSpec> Images { get; init; } = [];

    public ImmutableArray<FieldSpec> Replicas { get; init; } = [];

    public NameReferenceTable NameReferences { get; init; } = NameReferenceTable.Empty;

    /// <summary>The fields that vars are filled into, on top of the built-in ones.</summary>
    public ImmutableArray<FieldSpec> VarReferences { get; init; } = [];

    /// <summary>Both configurations in one; the same instance where nothing is added.</summary>
    /// <param name="other">The configuration to add.</param>
    /// <param name="conflict">Hears of a field that one creates and the other does not.</param>
    public TransformerConfiguration Merge(TransformerConfiguration other, Action<FieldSpec> conflict)
    {
        // Every configuration in use has grown out of the default, which adds nothing to it.
        if (ReferenceEquals(this, other) || ReferenceEquals(other, Empty) || (ReferenceEquals(other, Default) && !ReferenceEquals(this, Empty)))
            return this;
        if (ReferenceEquals(this, Empty) && ReferenceEquals(other, Default))
            return Default;
        return new()
        {
            NamePrefix = Merged(NamePrefix, other.NamePrefix),
            NameSuffix = Merged(NameSuffix, other.NameSuffix),
            Namespace = Merged(Namespace, other.Namespace),
            Labels = Merged(Labels, other.Labels),
            CommonLabels = Merged(CommonLabels, other.CommonLabels),
            TemplateLabels = Merged(TemplateLabels, other.TemplateLabels),
            CommonAnnotations = Merged(CommonAnnotations, other.CommonAnnotations),
            Images = Merged(Images, other.Images),
            Replicas = Merged(Replicas, other.Replicas),
            NameReferences = NameReferences.Merge(other.NameReferences, conflict),
            VarReferences = Merged(VarReferences, other.VarReferences),
        };

        ImmutableArray<FieldSpec> Merged(ImmutableArray<FieldSpec> mine, ImmutableArray<FieldSpec> others)
        {
            var merged = mine.MergeAll(others, conflict);
            return merged == mine ? mine : [.. merged.Order(Comparer<FieldSpec>.Create(KindOrder.Compare))];
        }
    }
}
