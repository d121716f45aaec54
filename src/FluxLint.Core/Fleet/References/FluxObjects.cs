using System.Collections.Concurrent;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Fleet;

/// <summary>
/// The Flux objects of a cluster, and how sure the absence of one is. Bootstrap, cloud extensions and people make some
/// outside of Git, so one is absent only where nothing of the cluster is unknown, and where either another object was most
/// likely meant or the cluster declares most of its kind.
/// </summary>
public sealed class FluxObjects
{
    private static readonly HashSet<string> SourceKinds = ["GitRepository", "OCIRepository", "HelmRepository", "HelmChart", "Bucket", "ExternalArtifact"];

    private readonly Cluster cluster;

    // Most references of most clusters are right, and nobody asks for more.
    private readonly Lazy<Declarations> declarations;
    private readonly Lazy<HashSet<YamlMapping>> allMeant;

    internal FluxObjects(Cluster cluster)
    {
        this.cluster = cluster;
        declarations = new(() => new(cluster));
        allMeant = new(() => [.. declarations.Value.Missing.Select(key => Find(key).Meant?.Root).OfType<YamlMapping>()]);
    }

    /// <summary>What a reference to a source names; null where that cannot be told.</summary>
    public static ObjectKey? KeyOf(SourceReference reference) =>
        reference is { Kind: { } kind, Name.Value: { } name } && SourceKinds.Contains(kind) ? new(FluxGroups.Source, kind, reference.Namespace, name) : null;

    /// <summary>What a reference to a Flux object names; null where that cannot be told, and where it means all objects of a kind.</summary>
    public static ObjectKey? KeyOf(ObjectReference reference) =>
        reference is { Kind: { } kind, Name.Value: { } name and not "*", MatchLabels: null } && GroupOf(kind) is { } group ? new(group, kind, reference.Namespace, name) : null;

    /// <summary>Whether the cluster has an object.</summary>
    public FluxObjectAnswer Find(ObjectKey key)
    {
        if (cluster.Find(key) is not null || key == declarations.Value.Home)
            return FluxObjectAnswer.Provided;
        if (key.Kind == "ExternalArtifact" && FindArtifact(key) is { } artifact)
            return artifact;
        if (cluster.MayBring(key) || declarations.Value.IsEncrypted || key.Namespace.Length == 0 || key.Namespace.HasVariable() || key.Name.HasVariable() || key.Name == WellKnownNamespaces.FluxSystem)
            return FluxObjectAnswer.Unknown;
        var meant = declarations.Value.Meant.GetOrAdd(key, Meant);
        return meant is null && !DeclaresMost(key) ? FluxObjectAnswer.Unknown : new(Availability.Absent) { Meant = meant };
    }

    /// <summary>Whether a source is what a reference to an absent one most likely means.</summary>
    public bool IsMeant(Resource source) => allMeant.Value.Contains(source.Root);

    private FluxObjectAnswer? FindArtifact(ObjectKey key)
    {
        var generators = declarations.Value.Generators;
        if (generators.Exists(generator => generator.Makes(key.Namespace, key.Name)))
            return FluxObjectAnswer.Provided;
        // Generators are not the only ones to make artifacts.
        return generators.Count == 0 || generators.Exists(generator => generator.HasUnknownNames) ? FluxObjectAnswer.Unknown : null;
    }

    /// <summary>What is there in place of an object: one of another kind, of a name that differs by a slip, or of another namespace.</summary>
    private Resource? Meant(ObjectKey key)
    {
        var here = declarations.Value.ByNamespace[(key.Group, key.Namespace)].ToList();
        if (here.Find(other => other.Id.Name == key.Name && (key.Group == FluxGroups.Source) == SourceKinds.Contains(other.Id.Kind)) is { } otherKind)
            return otherKind;
        var kin = here.Where(other => other.Id.Kind == key.Kind).ToList();
        if (NearestName.Find(key.Name, kin.Select(other => other.Id.Name)) is { } nearest)
            return kin.Find(other => other.Id.Name == nearest);
        var elsewhere = declarations.Value.ByKind[(key.Group, key.Kind)].Where(other => other.Id.Name == key.Name).Take(2).ToList();
        return elsewhere is [var only] ? only : null;
    }

    /// <summary>Whether the cluster declares more objects of a kind than it leaves to others. A provider serves nothing but alerts, which the cluster has.</summary>
    private bool DeclaresMost(ObjectKey key) =>
        key.Kind == "Provider"
        || declarations.Value.ByKind[(key.Group, key.Kind)].Count() > Math.Max(1, declarations.Value.Missing.Count(other => other.Kind == key.Kind));

    private static string? GroupOf(string kind) => kind switch
    {
        "Kustomization" => FluxGroups.Kustomize,
        HelmRelease.Kind => FluxGroups.Helm,
        "Provider" or "Alert" or "Receiver" => FluxGroups.Notification,
        "ImageRepository" or "ImagePolicy" or "ImageUpdateAutomation" => FluxGroups.Image,
        _ => SourceKinds.Contains(kind) ? FluxGroups.Source : null,
    };

    /// <summary>What the cluster declares of Flux, and refers to.</summary>
    private sealed class Declarations
    {
        public Declarations(Cluster cluster)
        {
            var declared = cluster.OwnResources.Where(resource => resource.Id.Group.EndsWith(".fluxcd.io", StringComparison.Ordinal)).ToList();
            ByNamespace = declared.ToLookup(resource => (resource.Id.Group, resource.Id.Namespace));
            ByKind = declared.ToLookup(resource => (resource.Id.Group, resource.Id.Kind));
            Generators = [.. declared.Select(FluxObject.Of).OfType<ArtifactGenerator>()];
            IsEncrypted = cluster.OwnResources.Any(resource => resource.IsEncrypted);
            Home = cluster.Inventories is [{ Owner: { } owner }, ..] && SourceReference.Of(owner) is { } source ? KeyOf(source) : null;
            foreach (var referring in declared.Select(FluxObject.Of).OfType<FluxObject>())
            {
                foreach (var reference in referring.SourceReferences)
                    Note(KeyOf(reference));
                if (referring is ImagePolicy { Repository: { } repository })
                    Note(KeyOf(repository));
            }

            void Note(ObjectKey? key)
            {
                if (key is not null && cluster.Find(key) is null)
                    Missing.Add(key);
            }
        }

        public ILookup<(string Group, string Namespace), Resource> ByNamespace { get; }

        public ILookup<(string Group, string Kind), Resource> ByKind { get; }

        public List<ArtifactGenerator> Generators { get; }

        /// <summary>What objects refer to that is not there.</summary>
        public HashSet<ObjectKey> Missing { get; } = [];

        /// <summary>What is there in place of them, as far as somebody asked.</summary>
        public ConcurrentDictionary<ObjectKey, Resource?> Meant { get; } = new();

        /// <summary>The source of whatever the cluster starts from.</summary>
        public ObjectKey? Home { get; }

        public bool IsEncrypted { get; }
    }
}
