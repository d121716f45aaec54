using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A rendered object of a Flux kind, in any version that Flux serves or has served.</summary>
public abstract class FluxObject
{
    private ImmutableArray<SourceReference> sources;
    private ImmutableArray<DependencyReference> dependencies;

    private protected FluxObject(Resource resource, YamlMapping spec)
    {
        Resource = resource;
        Spec = spec;
    }

    /// <summary>The rendered object.</summary>
    public Resource Resource { get; }

    /// <summary>Its <c>spec</c>.</summary>
    public YamlMapping Spec { get; }

    /// <summary>The place of a node in the object: of a value, or of a key.</summary>
    public Place PlaceOf(YamlNode node) => Resource.PlaceOf(node);

    /// <summary>What switches the object off, so that its controller leaves it alone; null when nothing does.</summary>
    public virtual YamlScalar? Suspension => Spec.IsTrue("suspend") ? Spec.Scalar("suspend") : null;

    /// <summary>Whether the object is switched off.</summary>
    public bool IsSuspended => Suspension is not null;

    /// <summary>Whether <c>flux bootstrap</c> wrote the object, into a file that it writes again and that asks not to be edited.</summary>
    public bool IsOfBootstrap => RepositoryPath.FileName(Resource.Path) == "gotk-sync.yaml";

    /// <summary>How often the object is reconciled.</summary>
    public virtual YamlScalar? Interval => Spec.Scalar("interval");

    /// <summary>The account that the controller acts as.</summary>
    public YamlScalar? ServiceAccountName => Spec.Scalar("serviceAccountName");

    /// <summary>Names of the Secrets in its own namespace that it does not work without.</summary>
    public IEnumerable<YamlScalar> SecretNames => new[] { LocalName("secretRef"), LocalName("certSecretRef") }.OfType<YamlScalar>();

    /// <summary>The sources that the object takes its content from.</summary>
    public ImmutableArray<SourceReference> SourceReferences => sources.IsDefault ? sources = [.. ReadSources()] : sources;

    /// <summary>What must be ready before the object is reconciled.</summary>
    public ImmutableArray<DependencyReference> DependsOn => dependencies.IsDefault ? dependencies = [.. ReadDependencies()] : dependencies;

    /// <summary>What is wrong with expressions in CEL that say when dependencies are ready and objects healthy: those that cannot be read.</summary>
    /// <remarks>Controllers read them before anything else (fluxcd/pkg, runtime/cel; kustomize-controller, InvalidCELExpression).</remarks>
    public IEnumerable<SchemaProblem> ExpressionProblems =>
        Resource.HasUnknownValues ? [] : Expressions.OfType<YamlScalar>().Select(SyntaxCheck.Find).OfType<SchemaProblem>();

    private IEnumerable<YamlScalar?> Expressions =>
    [
        .. DependsOn.Select(dependency => dependency.ReadyExpression),
        .. Items("healthCheckExprs").SelectMany(check => new[] { check.Scalar("current"), check.Scalar("inProgress"), check.Scalar("failed") }),
    ];

    private protected virtual IEnumerable<SourceReference> ReadSources() => [];

    private protected virtual IEnumerable<DependencyReference> ReadDependencies() => [];

    /// <summary>Name of a Secret in the object's own namespace, at a field such as <c>secretRef</c>.</summary>
    private protected YamlScalar? LocalName(string field) => Spec.Mapping(field)?.Scalar("name");

    /// <summary>The mappings in a list of the spec.</summary>
    private protected IEnumerable<YamlMapping> Items(string field) => Spec.Sequence(field)?.Items.OfType<YamlMapping>() ?? [];

    /// <summary>Dependencies on objects of the object's own kind.</summary>
    private protected IEnumerable<DependencyReference> OwnKindDependencies =>
        Items("dependsOn").Select(item => DependencyReference.OnSameKind(item, Resource.Id));

    /// <summary>Views a resource by its group and kind, whatever its version; null when it is no Flux object, or has no <c>spec</c>.</summary>
    public static FluxObject? Of(Resource resource) => resource.View(Make);

    private static FluxObject? Make(Resource resource)
    {
        if (!resource.Id.Group.EndsWith(".fluxcd.io", StringComparison.Ordinal) && resource.Id.Group != FluxGroups.Operator)
            return null;
        if (resource.Root.Mapping("spec") is { } spec)
            return Make(resource, spec);
        // The only kind that may go without: what makes the artifact writes its status.
        return resource.Id is { Group: FluxGroups.Source, Kind: "ExternalArtifact" }
            ? new ExternalArtifact(resource, new(resource.Root.Source, resource.Root.Span, []))
            : null;
    }

    private static FluxObject? Make(Resource resource, YamlMapping spec) => (resource.Id.Group, resource.Id.Kind) switch
    {
        (FluxGroups.Kustomize, "Kustomization") => new FluxKustomization(resource, spec),
        (FluxGroups.Helm, HelmRelease.Kind) => new HelmRelease(resource, spec),
        (FluxGroups.Source, "GitRepository") => new GitRepository(resource, spec),
        (FluxGroups.Source, "OCIRepository") => new OciRepository(resource, spec),
        (FluxGroups.Source, "HelmRepository") => new HelmRepository(resource, spec),
        (FluxGroups.Source, "HelmChart") => new HelmChart(resource, spec),
        (FluxGroups.Source, "Bucket") => new Bucket(resource, spec),
        (FluxGroups.Source, "ExternalArtifact") => new ExternalArtifact(resource, spec),
        (FluxGroups.SourceExtensions, "ArtifactGenerator") => new ArtifactGenerator(resource, spec),
        (FluxGroups.Notification, "Alert") => new Alert(resource, spec),
        (FluxGroups.Notification, "Provider") => new Provider(resource, spec),
        (FluxGroups.Notification, "Receiver") => new Receiver(resource, spec),
        (FluxGroups.Image, "ImageRepository") => new ImageRepository(resource, spec),
        (FluxGroups.Image, "ImagePolicy") => new ImagePolicy(resource, spec),
        (FluxGroups.Image, "ImageUpdateAutomation") => new ImageUpdateAutomation(resource, spec),
        (FluxGroups.Operator, "FluxInstance") => new FluxInstance(resource, spec),
        (FluxGroups.Operator, "ResourceSet") => new ResourceSet(resource, spec),
        (FluxGroups.Operator, "ResourceSetInputProvider") => new ResourceSetInputProvider(resource, spec),
        _ => null,
    };
}
