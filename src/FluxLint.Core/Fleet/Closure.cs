using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// One walk from an entry point through the Flux Kustomizations that it applies, and those that they apply, until nothing
/// new appears. Where an object is asked for before the walk has met it, the walk before this one answers.
/// </summary>
internal sealed class Closure(Repository repository, FluxRenderer renderer, SourceMap sources, EntryPoint entry, Closure? previous)
{
    // An object that patches the one that applies it would make a new build of itself for ever.
    private const int MaximumDepth = 24;
    private const int MaximumInventories = 2_000;
    private const int MaximumEntryBuilds = 4;

    private readonly List<Inventory> inventories = [];
    private readonly List<FluxOutput> outputs = [];
    private readonly Dictionary<ObjectKey, Resource?> asked = [];
    private readonly HashSet<YamlMapping> owners = new(ReferenceEqualityComparer.Instance);
    private SourceReference? homeSource;

    /// <summary>What the walk found, the entry point first.</summary>
    public IReadOnlyList<Inventory> Inventories => inventories;

    /// <summary>Whether more was there than is followed.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether every answer given on the way is still right at the end.</summary>
    public bool IsSettled => asked.All(question => ReferenceEquals(Find(question.Key)?.Root, question.Value?.Root));

    /// <summary>Walks.</summary>
    public void Follow()
    {
        IncludeEntry();
        var depths = new List<int>(inventories.Select(_ => 0));
        for (var i = 0; i < inventories.Count; i++)
        {
            if (inventories[i].IsRemote)
                continue;
            foreach (var owner in inventories[i].Resources.Where(IsOwner))
            {
                if (!owners.Add(owner.Root) || IsKnown(owner))
                    continue;
                if (inventories.Count == MaximumInventories)
                {
                    IsCut = true;
                    return;
                }
                inventories.Add(depths[i] < MaximumDepth ? Apply(owner, inventories[i]) : new() { Owner = owner, Parent = inventories[i], State = InventoryState.TooDeep });
                depths.Add(depths[i] + 1);
            }
        }
    }

    /// <summary>
    /// The entry point applies itself in most clusters: a Kustomization in it has its path. What the Kustomization asks for
    /// holds for the build that it is in, so the build is repeated until it brings the Kustomization that made it.
    /// </summary>
    private void IncludeEntry()
    {
        var owner = Applying(entry.Bootstrap);
        var output = owner is null ? renderer.Render(entry.Directory) : Build(owner, entry.Directory);
        for (var i = 0; i < MaximumEntryBuilds; i++)
        {
            outputs.Clear();
            outputs.Add(output);
            if (Applying(output.Resources) is not { } found || ReferenceEquals(found.Resource.Root, owner?.Resource.Root))
                break;
            owner = found;
            output = Build(owner, entry.Directory);
        }
        outputs.Clear();
        Add(new() { Owner = owner?.Resource, Parent = null, State = InventoryState.Built, Directory = entry.Directory, Output = output });
        if (owner is not null)
            owners.Add(owner.Resource.Root);
        var bootstrap = entry.Bootstrap.Where(resource => output.Find(ObjectKey.Of(resource)) is null).ToImmutableArray();
        if (!bootstrap.IsEmpty)
            Add(new() { Owner = null, Parent = null, State = InventoryState.Built, Output = new(null, bootstrap) });

        void Add(Inventory inventory)
        {
            inventories.Add(inventory);
            outputs.Add(inventory.Output ?? new(null, []));
        }
    }

    /// <summary>The Kustomization among resources that applies the entry point.</summary>
    private FluxKustomization? Applying(ImmutableArray<Resource> resources)
    {
        var synced = resources.Select(FluxObject.Of).OfType<FluxInstance>().SelectMany(instance => renderer.Instances.Expand(instance).Resources);
        foreach (var kustomization in resources.Concat(synced).Select(FluxKustomization.Of).OfType<FluxKustomization>())
        {
            if (PathIn(sources.HomeOf(entry.Directory), kustomization) != entry.Directory || kustomization.IsRemote)
                continue;
            homeSource = SourceReference.Of(kustomization.Resource);
            return kustomization;
        }
        return null;
    }

    /// <summary>Whether an object was met before, and says the same: one that patches itself comes out of its own build.</summary>
    private bool IsKnown(Resource owner) => inventories.Exists(inventory =>
        inventory.Owner is { } known && ObjectKey.Of(known) == ObjectKey.Of(owner) && YamlNode.DataEquals(known.Root, owner.Root));

    private static bool IsOwner(Resource resource) => FluxObject.Of(resource) is FluxKustomization or FluxInstance;

    private Inventory Apply(Resource owner, Inventory parent)
    {
        if (FluxKustomization.Of(owner) is { } kustomization)
            return Apply(kustomization, parent);
        var output = FluxObject.Of(owner) switch
        {
            FluxInstance instance => renderer.Instances.Expand(instance),
            _ => null,
        };
        if (output is null)
            return new() { Owner = owner, Parent = parent, State = InventoryState.Unknown };
        outputs.Add(output);
        return new() { Owner = owner, Parent = parent, State = InventoryState.Built, Output = output };
    }

    private Inventory Apply(FluxKustomization kustomization, Inventory parent)
    {
        var (state, root) = Locate(kustomization);
        if (root is null)
            return Unbuilt(kustomization, parent, state);
        var path = kustomization.Path?.Value ?? "";
        if (path.Contains("${", StringComparison.Ordinal))
            return Unbuilt(kustomization, parent, InventoryState.Unknown);
        var directory = PathIn(root, kustomization);
        // A source that nothing declares may be any repository: only a path that is there tells that it is this one.
        // A FluxInstance names its source alike, whatever repository it syncs.
        if (!repository.DirectoryExists(directory) && parent.Owner is { } maker && FluxObject.Of(maker) is FluxInstance)
            return Unbuilt(kustomization, parent, InventoryState.Elsewhere);
        if (!repository.DirectoryExists(directory))
            return Unbuilt(kustomization, parent, StateOfMissing(kustomization, state), directory, root);

        var output = Build(kustomization, directory);
        if (!kustomization.IsRemote)
            outputs.Add(output);
        return new() { Owner = kustomization.Resource, Parent = parent, State = InventoryState.Built, Directory = directory, SourceRoot = root, Output = output, IsRemote = kustomization.IsRemote };
    }

    private FluxOutput Build(FluxKustomization kustomization, string directory) => renderer.Apply(kustomization, directory, Variables(kustomization));

    /// <summary>The variables of a Kustomization. What the cluster alone has may define any name.</summary>
    private SubstitutionVariables Variables(FluxKustomization kustomization)
    {
        var variables = new List<SubstitutionVariable>();
        var isComplete = true;
        foreach (var reference in kustomization.SubstituteFrom)
        {
            var source = reference is { Kind: { } kind, Name.Value: { } name } ? Ask(new("", kind, kustomization.Resource.Id.Namespace, name)) : null;
            isComplete &= source is not null;
            if (source is not null)
                variables.AddRange(VariableDefinitions.Of(source));
        }
        variables.AddRange(VariableDefinitions.Of(kustomization));
        return variables.Count == 0 && isComplete ? SubstitutionVariables.None : SubstitutionVariables.Of(variables, isComplete);
    }

    private static Inventory Unbuilt(FluxKustomization kustomization, Inventory parent, InventoryState state, string? directory = null, string? root = null) =>
        new() { Owner = kustomization.Resource, Parent = parent, State = state, Directory = directory, SourceRoot = root, IsRemote = kustomization.IsRemote };

    /// <summary>The directory that the source of a Kustomization is; <see cref="InventoryState.Built"/> where that is certain.</summary>
    private (InventoryState State, string? Root) Locate(FluxKustomization kustomization) =>
        SourceReference.Of(kustomization.Resource) is { Kind: Artifact, Name.Value: { } name } artifact
            ? Locate(artifact, name, PathIn("", kustomization))
            : Locate(SourceReference.Of(kustomization.Resource));

    /// <summary>The directory that an artifact has the layout of, when it has the whole of a path in it.</summary>
    private (InventoryState State, string? Root) Locate(SourceReference artifact, string name, string path)
    {
        if (Ask(KeyOf(Artifact, artifact.Namespace, name)) is not { } maker)
            return (MayHaveArtifact(name) ? InventoryState.Unknown : InventoryState.MissingArtifact, null);
        if (FluxObject.Of(maker) is not ArtifactGenerator generator || ArtifactLayout.Of(generator, name) is not { } layout)
            return (InventoryState.Unknown, null);
        var (state, source) = Locate(layout.Source);
        if (source is null)
            return (state, source);
        return layout.Contains(path) switch
        {
            true => (state, SourceMap.Combine(source, layout.Root)),
            false => (InventoryState.MissingPath, null),
            null => (InventoryState.Unknown, null),
        };
    }

    /// <summary>Whether an artifact that no generator makes by its name may come from elsewhere: generators are not the only ones to make artifacts.</summary>
    private bool MayHaveArtifact(string name)
    {
        var generators = Generators.Concat(previous?.Generators ?? []).ToList();
        return generators.Count == 0 || generators.Exists(generator => generator.HasUnknownNames) || name.Contains("${", StringComparison.Ordinal);
    }

    private (InventoryState State, string? Root) Locate(SourceReference? source)
    {
        var home = sources.HomeOf(entry.Directory);
        if (source is not { Kind: { } kind and not Artifact, Name.Value: { } name } reference || name.Contains("${", StringComparison.Ordinal))
            return (InventoryState.Unknown, null);
        if (Ask(KeyOf(kind, reference.Namespace, name)) is { } declared)
        {
            if (Url(declared) is { } url && sources.Find(url) is { } mapped)
                return (InventoryState.Built, mapped);
            return IsHome(reference, declared) ? (InventoryState.Built, home) : (InventoryState.Elsewhere, null);
        }
        // Bootstrap and cloud extensions make the source of the cluster itself outside of Git.
        return (IsHomeName(reference) ? InventoryState.Built : InventoryState.Unknown, home);
    }

    /// <summary>Whether a source is the repository that the entry point is in: it applies the entry point, has the name that bootstrap gives, or the URL of one that does.</summary>
    private bool IsHome(SourceReference reference, Resource declared)
    {
        if (IsHomeName(reference))
            return true;
        if (Url(declared) is not { } url)
            return false;
        return Home(reference) is { } home && Url(home) is { } known && SourceUrl.AreSame(url, known);
    }

    /// <summary>The source that the entry point is in, where the cluster declares it.</summary>
    private Resource? Home(SourceReference reference) => homeSource is { Kind: { } kind, Name.Value: { } name } home
        ? Ask(KeyOf(kind, home.Namespace, name))
        : Ask(KeyOf(reference.Kind ?? "", FluxSystem, FluxSystem));

    /// <summary>
    /// What the absence of a path tells: nothing where the source may hold other files than the repository at hand, because it is
    /// another branch of it or includes other repositories.
    /// </summary>
    private InventoryState StateOfMissing(FluxKustomization kustomization, InventoryState located)
    {
        if (located != InventoryState.Built)
            return located;
        if (kustomization.Source is not { Kind: { } kind, Name.Value: { } name } reference || Ask(KeyOf(kind, reference.Namespace, name)) is not { } declared)
            return InventoryState.MissingPath;
        var isOtherBranch = Home(reference) is { } home
            && Url(home) is { } known && Url(declared) is { } url && SourceUrl.AreSame(url, known)
            && !YamlNode.DataEquals(declared.Root.At("spec", "ref"), home.Root.At("spec", "ref"));
        return isOtherBranch || declared.Root.At("spec", "include") is not null ? InventoryState.Unknown : InventoryState.MissingPath;
    }

    private bool IsHomeName(SourceReference reference) => homeSource is { } home
        ? reference.Kind == home.Kind && reference.Name?.Value == home.Name?.Value && reference.Namespace == home.Namespace
        : reference.Name?.Value == FluxSystem;

    private const string FluxSystem = "flux-system";
    private const string Artifact = "ExternalArtifact";

    private static ObjectKey KeyOf(string kind, string @namespace, string name) => new(SourceReference.Group, kind, @namespace, name);

    private static string? Url(Resource source) => source.Root.Mapping("spec")?.Text("url");

    /// <summary>The directory that the path of a Kustomization names below the root of its source.</summary>
    private static string PathIn(string root, FluxKustomization kustomization) =>
        SourceMap.Combine(root, kustomization.Path?.Value ?? "");

    private Resource? Ask(ObjectKey key)
    {
        // What the walk before this one ended with is nearer to the truth than what this one has met so far.
        var answer = previous?.Find(key) ?? Find(key);
        asked[key] = answer;
        return answer;
    }

    /// <summary>The object of a name, or what makes it.</summary>
    private Resource? Find(ObjectKey key)
    {
        foreach (var output in outputs)
        {
            if (output.Find(key) is { } found)
                return found;
        }
        return key.Kind == Artifact ? Generators.FirstOrDefault(generator => generator.Makes(key.Namespace, key.Name))?.Resource : null;
    }

    private IEnumerable<ArtifactGenerator> Generators => outputs.SelectMany(output => output.Generators);
}
