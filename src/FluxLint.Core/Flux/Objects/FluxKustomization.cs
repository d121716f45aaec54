using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A Flux <c>Kustomization</c> (kustomize.toolkit.fluxcd.io, v1beta1 to v1): a path of a source that is built and applied.</summary>
/// <remarks>Defaults as in kustomize-controller, api/v1/kustomization_types.go.</remarks>
public sealed class FluxKustomization : FluxObject
{
    /// <summary>The API group of the kind.</summary>
    public const string Group = FluxGroups.Kustomize;

    internal FluxKustomization(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <summary>The source that the path is in.</summary>
    public SourceReference? Source => SourceReference.Of(Spec.Mapping("sourceRef"), Resource.Id.Namespace);

    /// <summary>Kind of the source, such as <c>GitRepository</c>.</summary>
    public string? SourceKind => Source?.Kind;

    /// <summary>The path below the source's root as written; null when it is absent, which means the root.</summary>
    public YamlScalar? Path => Spec.Scalar("path");

    /// <summary>Whether what leaves the build is deleted from the cluster. The field is required; false is what the controller takes for its absence.</summary>
    public bool Prunes => Spec.IsTrue("prune");

    /// <summary>What becomes of the objects when the Kustomization is deleted; <c>MirrorPrune</c> when it is absent.</summary>
    public YamlScalar? DeletionPolicy => Spec.Scalar("deletionPolicy");

    /// <summary>Whether it is ready only when all that it applies is; false unless it is said.</summary>
    public bool Waits => Spec.IsTrue("wait");

    /// <summary>The objects whose health decides whether it is ready. They are ignored when it <see cref="Waits"/> for all.</summary>
    public IEnumerable<ObjectReference> HealthChecks => Items("healthChecks").Select(item => new ObjectReference(item, Resource.Id.Namespace));

    /// <summary>CEL expressions for the health of custom resources.</summary>
    public YamlSequence? HealthCheckExpressions => Spec.Sequence("healthCheckExprs");

    /// <summary>How long building, applying and health checks may take; the interval less 30 seconds, and at least 30 seconds, when it is absent.</summary>
    public YamlScalar? Timeout => Spec.Scalar("timeout");

    /// <summary>How soon a failure is tried again; after the interval when it is absent.</summary>
    public YamlScalar? RetryInterval => Spec.Scalar("retryInterval");

    /// <summary>The namespace that everything is put into.</summary>
    public YamlScalar? TargetNamespace => Spec.Scalar("targetNamespace");

    /// <summary>What is put before every name.</summary>
    public YamlScalar? NamePrefix => Spec.Scalar("namePrefix");

    /// <summary>What is put after every name.</summary>
    public YamlScalar? NameSuffix => Spec.Scalar("nameSuffix");

    /// <summary>Paths of kustomize components, relative to <see cref="Path"/>.</summary>
    public YamlSequence? Components => Spec.Sequence("components");

    /// <summary>Whether components that do not exist are left out.</summary>
    public bool IgnoresMissingComponents => Spec.IsTrue("ignoreMissingComponents");

    /// <summary>Patches.</summary>
    public YamlSequence? Patches => Spec.Sequence("patches");

    /// <summary>Changes of images.</summary>
    public YamlSequence? Images => Spec.Sequence("images");

    /// <summary>Labels and annotations for everything.</summary>
    public YamlMapping? CommonMetadata => Spec.Mapping("commonMetadata");

    /// <summary>The variables that are set in the object itself. They win over those of <see cref="SubstituteFrom"/>.</summary>
    public YamlMapping? Substitute => Spec.Mapping("postBuild")?.Mapping("substitute");

    /// <summary>Where more variables come from; later entries win.</summary>
    public IEnumerable<SubstituteReference> SubstituteFrom =>
        (Spec.Mapping("postBuild")?.Sequence("substituteFrom")?.Items.OfType<YamlMapping>() ?? []).Select(item => new SubstituteReference(item));

    /// <summary>Whether Flux substitutes even when there is no variable; false unless it is said.</summary>
    public bool AlwaysSubstitutes => Spec.Mapping("postBuild")?.Text("substituteStrategy") == "Always";

    /// <summary>How encrypted files are decrypted.</summary>
    public YamlMapping? Decryption => Spec.Mapping("decryption");

    /// <summary>Whether objects that cannot be changed are deleted and made again.</summary>
    public bool Forces => Spec.IsTrue("force");

    /// <summary>Whether it applies to a cluster other than the one that keeps the object.</summary>
    public bool IsRemote => Spec["kubeConfig"] is YamlMapping;

    private protected override IEnumerable<SourceReference> ReadSources() => Source is { } source ? [source] : [];

    private protected override IEnumerable<DependencyReference> ReadDependencies() => OwnKindDependencies;

    /// <summary>Views a resource; null when it is not a Flux Kustomization.</summary>
    public static new FluxKustomization? Of(Resource resource) => FluxObject.Of(resource) as FluxKustomization;
}
