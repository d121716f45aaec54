using System.Collections.Concurrent;
using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>
/// Makes what a FluxInstance brings besides the controllers: its namespace, and the source and the Kustomization that
/// <c>spec.sync</c> asks for (<c>internal/builder/templates.go</c> of flux-operator). Each distinct object is expanded once.
/// </summary>
internal sealed class InstanceExpander
{
    // A patch of an instance is written in it: it has no files to read.
    private static readonly Repository NoFiles = Repository.Open(InMemoryFileSystem.Empty);

    private readonly ConcurrentDictionary<YamlMapping, Lazy<FluxOutput>> outputs = new(ReferenceEqualityComparer.Instance);

    public FluxOutput Expand(FluxInstance instance) =>
        outputs.GetOrAdd(instance.Resource.Root, _ => new(() => Patch(instance, [Namespace(instance), .. Synced(instance)]))).Value;

    private static Resource Namespace(FluxInstance instance)
    {
        var write = new ObjectWriter(instance.Resource.Location);
        return Resource.Of(write.Mapping(
            ("apiVersion", write.Text("v1")),
            ("kind", write.Text("Namespace")),
            ("metadata", write.Mapping(("name", NamespaceOf(instance, write))))));
    }

    private static ImmutableArray<Resource> Synced(FluxInstance instance)
    {
        if (instance.Sync is not { Kind: { } kind } sync)
            return [];
        var write = new ObjectWriter((instance.Spec.KeyOf("sync") ?? sync.Node).Location);
        var place = NamespaceOf(instance, write);
        var name = sync.Node.Scalar("name") ?? place;
        var metadata = write.Mapping(
            ("name", name),
            ("namespace", place),
            ("annotations", write.Mapping((ApplyPolicies.ServerSideApply, write.Text(nameof(ApplyPolicy.Ignore))))));
        return
        [
            Resource.Of(write.Mapping(
                ("apiVersion", write.Text("source.toolkit.fluxcd.io/v1")),
                ("kind", kind),
                ("metadata", metadata),
                ("spec", Source(sync, kind.Value, write)))),
            Resource.Of(write.Mapping(
                ("apiVersion", write.Text("kustomize.toolkit.fluxcd.io/v1")),
                ("kind", write.Text("Kustomization")),
                ("metadata", metadata),
                ("spec", write.Mapping(
                    ("interval", write.Text("10m0s")),
                    ("path", sync.Path),
                    ("prune", write.Boolean(true)),
                    ("sourceRef", write.Mapping(("kind", kind), ("name", name))))))),
        ];
    }

    private static YamlMapping Source(FluxSync sync, string kind, ObjectWriter write) => write.Mapping(
        ("interval", sync.Interval ?? write.Text("1m")),
        ("ref", kind == "Bucket" ? null : write.Mapping((kind == "GitRepository" ? "name" : "tag", sync.Reference))),
        ("bucketName", kind == "Bucket" ? sync.Reference : null),
        ("secretRef", sync.PullSecret is { } secret ? write.Mapping(("name", secret)) : null),
        ("provider", sync.Provider),
        (kind == "Bucket" ? "endpoint" : "url", sync.Url));

    private static YamlScalar NamespaceOf(FluxInstance instance, ObjectWriter write) =>
        (instance.Resource.Root.At("metadata", "namespace") as YamlScalar) ?? write.Text(WellKnownNamespaces.FluxSystem);

    /// <summary>
    /// Applies the patches of the object. Of the installation, which is not made here, the controllers are known: a patch for one that is
    /// not installed, or for another sync, changes nothing, and the operator does not say so.
    /// </summary>
    private FluxOutput Patch(FluxInstance instance, ImmutableArray<Resource> made)
    {
        if (instance.Patches is not { } patches)
            return new(null, made);
        var source = SourceText.From(instance.Resource.Path, "");
        var root = new YamlMapping(source, default, [new(YamlScalar.Create("patches", patches.Location), patches)]);
        var layer = new Layer(NoFiles, Kustomization.Of(RepositoryPath.Parent(source.Path), YamlTree.Parse(source), root));
        layer.Resources.AddRange(made);
        new PatchTransformer(layer, []).ApplyPatches();
        var targets = patches.Items.OfType<YamlMapping>().Select(patch => patch.Mapping("target")).OfType<YamlMapping>();
        return new(null, [.. layer.Resources])
        {
            Problems = [.. layer.Problems],
            IdleTargets = [.. targets.Where(target => IsCertain(target, instance) && Selector.Read(target).Selector is { } selector && !made.Concat(instance.Controllers).Any(selector.Matches))],
        };
    }

    /// <summary>Whether everything is known that a target may mean. Labels of controllers are not, and neither are shards.</summary>
    private static bool IsCertain(YamlMapping target, FluxInstance instance) =>
        (target.Text("kind") is "GitRepository" or "OCIRepository" or "Bucket" or "Kustomization" || (target.Text("kind") == "Deployment" && !instance.Spec.Contains("sharding")))
        && !target.Contains("labelSelector") && !target.Contains("annotationSelector");
}
