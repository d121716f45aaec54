using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>A Kubernetes object on its way through a build. Immutable; every build that leaves it alone shares it.</summary>
public sealed class Resource
{
    private static readonly object NoView = new();

    // Most objects are searched once or never, which an index would be too dear for.
    private const int SearchesWithoutIndex = 16;

    private ObjectKey? key;
    private object? view;
    private Place? place;
    private PodTemplate? pods;
    private bool isPodless;
    private IReadOnlySet<YamlNode>? taken;
    private FieldIndex? fields;
    private int searches;

    private Resource(YamlMapping root, ResourceId id)
    {
        Root = root;
        Id = id;
        OriginalId = id;
    }

    private Resource(Resource other)
    {
        Root = other.Root;
        Id = other.Id;
        OriginalId = other.OriginalId;
        PreviousIds = other.PreviousIds;
        Prefixes = other.Prefixes;
        Suffixes = other.Suffixes;
        NeedsHash = other.NeedsHash;
        HasUnknownValues = other.HasUnknownValues;
        Variables = other.Variables;
        History = other.History;
    }

    /// <summary>The object. Its nodes know where they were written.</summary>
    public YamlMapping Root { get; private init; }

    /// <summary>What it is called now.</summary>
    public ResourceId Id { get; private init; }

    /// <summary>What names it in a cluster.</summary>
    public ObjectKey Key => key ??= new(Id.Group, Id.Kind, Id.Namespace, Id.Name);

    /// <summary>What it was called when it was read or generated.</summary>
    public ResourceId OriginalId { get; private init; }

    /// <summary>What it was called before each layer that renames, oldest first; empty when none did.</summary>
    public ImmutableArray<ResourceId> PreviousIds { get; private init; } = [];

    /// <summary>The name prefixes of the layers it went through, innermost first; a layer without one leaves no trace.</summary>
    internal ImmutableArray<string> Prefixes { get; private init; } = [];

    /// <summary>The name suffixes of the layers it went through, innermost first; a layer without one leaves no trace.</summary>
    internal ImmutableArray<string> Suffixes { get; private init; } = [];

    /// <summary>Names of the <c>vars</c> that take a value from it.</summary>
    internal ImmutableArray<string> Variables { get; private init; } = [];

    /// <summary>Whether a content hash joins the name at the end of the build.</summary>
    internal bool NeedsHash { get; private init; }

    /// <summary>Whether a part of its values is unknown, because something that changes it cannot be rendered.</summary>
    public bool HasUnknownValues { get; private init; }

    /// <summary>Whether sops encrypted even what kind of object it is.</summary>
    public bool IsEncrypted => Id.Kind.StartsWith("ENC[", StringComparison.Ordinal) || Root.Text("apiVersion")?.StartsWith("ENC[", StringComparison.Ordinal) == true;

    /// <summary>Whether an annotation keeps it out of what a build prints.</summary>
    internal bool IsLocal => Root.At("metadata", "annotations") is YamlMapping annotations && annotations["config.kubernetes.io/local-config"] is YamlScalar { Value: not "false" };

    /// <summary>The nodes that values of Secrets went into.</summary>
    internal IReadOnlySet<YamlNode> Taken => taken ??= SecretContent.TakenIn(Root);

    /// <summary>What it is called, as people may see it: a part may have been taken from a Secret.</summary>
    internal ResourceId ShownId => Taken.Count == 0 ? Id : SecretContent.Shown(this);

    /// <summary>The same in short.</summary>
    internal string ShownName => NameOf(ShownId);

    /// <summary>Whether it is a Secret, or has values of one.</summary>
    internal bool HasSecrets => SecretContent.IsSecret(Root) || Taken.Count > 0;

    /// <summary>What it went through; null in builds that keep no record.</summary>
    internal BuildHistory? History { get; private init; }

    /// <summary>Path of the file that it was written in; for a generated object, of its kustomization.</summary>
    public string Path => Root.Source.Path;

    /// <summary>Where it was written: its name when it has one, else its kind, else its start.</summary>
    public Location Location => Start.Location;

    /// <summary>The place of the resource as a whole, at its <see cref="Location"/>.</summary>
    public Place Place => place ??= Place.OfWhole(this, Start);

    /// <summary>The pods that it runs; null when it is no workload, or has no pods in it.</summary>
    public PodTemplate? Pods
    {
        get
        {
            if (pods is null && !isPodless)
            {
                pods = PodTemplate.Of(Id, Root);
                isPodless = pods is null;
            }
            return pods;
        }
    }

    private YamlNode Start => Root.At("metadata", "name") ?? Root.KeyOf("kind") ?? Root;

    /// <summary>The resource as a layer above sees it, made when it is first asked for; null when it is nothing to that layer. One layer alone may ask.</summary>
    internal T? View<T>(Func<Resource, T?> make)
        where T : class => (view ??= make(this) ?? NoView) as T;

    /// <summary>Makes a resource from an object as read.</summary>
    public static Resource Of(YamlMapping root) => new(root, ResourceId.Of(root));

    /// <summary>The place of a node in it: of a value, or of a key.</summary>
    public Place PlaceOf(YamlNode node) => Place.Of(this, node);

    /// <summary>The place at a path of keys; null when a step is missing.</summary>
    public Place? PlaceAt(params ReadOnlySpan<string> keys) => FieldTrail.Along(Root, FieldPath.OfKeys(keys)) is { } trail ? Place.Of(this, trail) : null;

    /// <summary>The trail of the first field that is a node or has it as its key, or else has replaced it since; null when there is none.</summary>
    internal FieldTrail? TrailTo(YamlNode node) =>
        Interlocked.Increment(ref searches) <= SearchesWithoutIndex ? FieldSearch.Find(Root, node) : (fields ??= new(Root)).Find(node);

    /// <summary>The places of the fields below a path, or of all, leaf by leaf in document order; none when there is nothing at the path.</summary>
    internal ImmutableArray<Place> Fields(FieldPath? below = null) =>
        [.. FieldTrail.Along(Root, below ?? FieldPath.Root)?.Leaves().Select(trail => Place.Of(this, trail)) ?? []];

    /// <summary>The resource with another root; the same instance when the root is the same.</summary>
    internal Resource With(YamlMapping root) =>
        ReferenceEquals(root, Root) ? this : new(this) { Root = root, Id = ResourceId.Of(root) };

    /// <summary>The resource as if it had always been in a namespace, to ask what would select it there.</summary>
    internal Resource In(string @namespace) => new(this)
    {
        Id = Id with { Namespace = @namespace },
        OriginalId = OriginalId with { Namespace = @namespace },
        PreviousIds = [.. PreviousIds.Select(id => id with { Namespace = @namespace })],
    };

    /// <summary>Whether an id names it, or named it before some layer.</summary>
    internal bool IsOrWas(ResourceId id)
    {
        if (id.IsSameObject(Id) || id.IsSameObject(OriginalId))
            return true;
        foreach (var previous in PreviousIds)
        {
            if (id.IsSameObject(previous))
                return true;
        }
        return false;
    }

    /// <summary>The resource that remembers its present id as an earlier one; the same instance when it does already.</summary>
    internal Resource RememberId() => PreviousIds.Contains(Id) ? this : new(this) { PreviousIds = PreviousIds.Add(Id) };

    /// <summary>The resource that went through a layer with this prefix and suffix; empty ones leave no trace.</summary>
    internal Resource Through(string prefix, string suffix) => prefix.Length + suffix.Length == 0
        ? this
        : new(this)
        {
            Prefixes = prefix.Length == 0 ? Prefixes : Prefixes.Add(prefix),
            Suffixes = suffix.Length == 0 ? Suffixes : Suffixes.Add(suffix),
        };

    /// <summary>The resource whose name gets a content hash at the end of the build, or not.</summary>
    internal Resource WithHash(bool needsHash) => new(this) { NeedsHash = needsHash };

    /// <summary>The resource that a variable takes a value from.</summary>
    internal Resource WithVariable(string name) => new(this) { Variables = Variables.Add(name) };

    /// <summary>The resource as it is printed: kustomize drops annotations that have become empty, but keeps empty labels.</summary>
    internal Resource WithoutEmptyAnnotations() =>
        Root.Mapping("metadata") is { } metadata && metadata["annotations"] is YamlMapping { Entries: [] }
            ? With(Root.With("metadata", metadata.Without("annotations")))
            : this;

    /// <summary>The resource with a record of what it went through.</summary>
    internal Resource With(BuildHistory history) => new(this) { History = history };

    /// <summary>The resource of whose values a part is unknown.</summary>
    internal Resource WithUnknownValues() => HasUnknownValues ? this : new(this) { HasUnknownValues = true };

    /// <inheritdoc/>
    public override string ToString() => NameOf(Id);

    private static string NameOf(ResourceId id) => id.Namespace.Length == 0 ? $"{id.Kind}/{id.Name}" : $"{id.Kind}/{id.Name}.{id.Namespace}";
}
