using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// One walk from an entry point through the Flux Kustomizations that it applies, and those that they apply, until nothing
/// new appears.
/// </summary>
internal sealed class Closure
{
    // An object that patches the one that applies it would make a new build of itself for ever.
    private const int MaximumDepth = 24;
    private const int MaximumInventories = 2_000;
    private const int MaximumEntryBuilds = 4;

    private readonly FluxRenderer renderer;
    private readonly RunBudget budget;
    private readonly EntryPoint entry;
    private readonly KnownObjects objects;
    private readonly SourceLocator locator;
    private readonly List<Inventory> inventories = [];
    private readonly HashSet<YamlMapping> owners = new(ReferenceEqualityComparer.Instance);

    /// <param name="repository">The repository.</param>
    /// <param name="renderer">Builds what Kustomizations apply.</param>
    /// <param name="budget">What all builds together may make.</param>
    /// <param name="sources">The repositories in the one at hand.</param>
    /// <param name="artifacts">What tells which files sources have of the repository.</param>
    /// <param name="entry">Where the walk starts.</param>
    /// <param name="before">The walk before this one, which knows what this one has yet to meet.</param>
    public Closure(Repository repository, FluxRenderer renderer, RunBudget budget, SourceMap sources, ArtifactReader artifacts, EntryPoint entry, Closure? before)
    {
        this.renderer = renderer;
        this.budget = budget;
        this.entry = entry;
        objects = new(before?.objects);
        locator = new(repository, sources, artifacts, objects, entry);
    }

    /// <summary>What the walk found, the entry point first.</summary>
    public IReadOnlyList<Inventory> Inventories => inventories;

    /// <summary>Every build that the walk looked at, also where it then took another.</summary>
    public HashSet<Rendering> Considered { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether more was there than is followed.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether every answer given on the way is still right at the end.</summary>
    public bool IsSettled => objects.AreSettled;

    /// <summary>The directories of the repository that the sources of the cluster are.</summary>
    public Dictionary<ObjectKey, string> SourceRoots() => locator.Roots(inventories.Where(inventory => !inventory.IsRemote).SelectMany(inventory => inventory.Resources));

    /// <summary>Walks.</summary>
    /// <param name="cancellation">Stops the walk between two objects.</param>
    /// <exception cref="OperationCanceledException">The walk was stopped.</exception>
    public void Follow(CancellationToken cancellation)
    {
        if (!budget.MayBuild(renderer.Renderer.Graph.PlaceOf(entry.Directory)))
        {
            inventories.Add(new() { Owner = null, Parent = null, State = InventoryState.OverBudget, Directory = entry.Directory });
            return;
        }
        IncludeEntry();
        var depths = new List<int>(inventories.Select(_ => 0));
        for (var i = 0; i < inventories.Count; i++)
        {
            if (inventories[i].IsRemote)
                continue;
            foreach (var owner in inventories[i].Output?.Objects.Where(IsOwner) ?? [])
            {
                cancellation.ThrowIfCancellationRequested();
                if (!owners.Add(owner.Resource.Root) || IsKnown(owner.Resource) || (inventories[i].Instance is not null && IsOwnSync(owner)))
                    continue;
                if (inventories.Count == MaximumInventories)
                {
                    IsCut = true;
                    return;
                }
                inventories.Add(depths[i] == MaximumDepth ? Unfollowed(InventoryState.TooDeep)
                    : budget.MayBuild(owner.Resource.Location) ? Apply(owner, inventories[i])
                    : Unfollowed(InventoryState.OverBudget));
                depths.Add(depths[i] + 1);

                Inventory Unfollowed(InventoryState state) => new() { Owner = owner.Resource, Parent = inventories[i], State = state };
            }
        }
        AddOwnInstance();
    }

    /// <summary>What makes the cluster apply its entry point may be set up before Flux, and then nothing that is applied tells of it.</summary>
    private void AddOwnInstance()
    {
        if (entry.Instance is not { } instance || inventories.Exists(inventory => inventory.Instance is { Sync.Path: not null }))
            return;
        var output = renderer.Instances.Expand(instance);
        objects.Add(output);
        inventories.Add(new() { Owner = null, Parent = null, State = InventoryState.Built, Output = output, Instance = instance });
    }

    /// <summary>
    /// The entry point applies itself in most clusters: a Kustomization in it has its path. What the Kustomization asks for
    /// holds for the build that it is in, so the build is repeated until it brings the Kustomization that made it.
    /// </summary>
    private void IncludeEntry()
    {
        var owner = Applying(entry.Bootstrap);
        var artifact = owner is null ? null : locator.ArtifactOfEntry(owner);
        var output = owner is null ? Consider(RenderEntry()) : BuildEntry(owner, artifact);
        for (var i = 0; i < MaximumEntryBuilds; i++)
        {
            objects.Clear();
            objects.Add(output);
            if (Applying(output.Resources) is not { } found)
                break;
            var made = locator.ArtifactOfEntry(found);
            if (ReferenceEquals(found.Resource.Root, owner?.Resource.Root) && Equals(made, artifact))
                break;
            (owner, artifact) = (found, made);
            output = BuildEntry(owner, artifact);
        }
        objects.Clear();
        var variables = owner is null ? SubstitutionVariables.None : Variables(owner);
        Add(new() { Owner = owner?.Resource, Parent = null, State = InventoryState.Built, Directory = entry.Directory, Output = output, Variables = variables });
        if (owner is not null)
            owners.Add(owner.Resource.Root);
        var bootstrap = entry.Bootstrap.Where(resource => output.Find(resource.Key) is null).ToImmutableArray();
        if (!bootstrap.IsEmpty)
            Add(new() { Owner = null, Parent = null, State = InventoryState.Built, Output = new(null, bootstrap) });

        void Add(Inventory inventory)
        {
            inventories.Add(inventory);
            if (inventory.Output is { } applied)
                objects.Add(applied);
        }
    }

    private FluxOutput RenderEntry() => entry.Variables is { } known
        ? renderer.Render(entry.Directory, SubstitutionVariables.Of(VariableDefinitions.Of(known), isComplete: false))
        : renderer.Render(entry.Directory);

    /// <summary>The Kustomization among resources that applies the entry point.</summary>
    private FluxKustomization? Applying(ImmutableArray<Resource> resources)
    {
        var synced = resources.Select(FluxObject.Of).OfType<FluxInstance>().SelectMany(instance => renderer.Instances.Expand(instance).Resources);
        var own = entry.Instance is { } made ? renderer.Instances.Expand(made).Resources : [];
        if (resources.Concat(synced).Concat(own).Select(FluxKustomization.Of).OfType<FluxKustomization>().FirstOrDefault(locator.AppliesEntry) is not { } found)
            return null;
        locator.Home = found.Source;
        return found;
    }

    /// <summary>Whether an object was met before, and says the same: one that patches itself comes out of its own build.</summary>
    private bool IsKnown(Resource owner) => inventories.Exists(inventory =>
        inventory.Owner is { } known && known.Key == owner.Key && YamlNode.DataEquals(known.Root, owner.Root));

    /// <summary>Whether an instance makes the Kustomization that applies the entry point: it was found by the values, before anything changed them.</summary>
    private bool IsOwnSync(FluxObject owner) => owner is FluxKustomization kustomization && inventories[0].Owner?.Key == owner.Resource.Key && locator.AppliesEntry(kustomization);

    private bool IsOwner(FluxObject candidate) => candidate is FluxKustomization or ResourceSet || InstanceOf(candidate) is not null;

    /// <summary>The FluxInstance that an object is, or makes by its chart; null when it is none.</summary>
    private FluxInstance? InstanceOf(FluxObject candidate) => candidate switch
    {
        FluxInstance instance => instance,
        HelmRelease { IsRemote: false } release when InstanceCharts.Is(release, reference => objects.Ask(reference.Key)) =>
            renderer.InstanceCharts.Of(release, reference => reference is { Kind: { } kind, Name.Value: { } name } ? objects.Ask(new("", kind, release.Resource.Id.Namespace, name)) : null),
        _ => null,
    };

    private Inventory Apply(FluxObject owner, Inventory parent)
    {
        if (owner is FluxKustomization kustomization)
            return Apply(kustomization, parent);
        var instance = InstanceOf(owner);
        var output = instance is not null ? renderer.Instances.Expand(instance)
            : owner is ResourceSet set ? renderer.ResourceSets.Expand(set, objects.Ask)
            : new(null, []);
        output.CountIn(budget);
        objects.Add(output);
        var isKnown = !output.Problems.Any(problem => problem.IsGap);
        return new() { Owner = owner.Resource, Parent = parent, State = isKnown ? InventoryState.Built : InventoryState.Unknown, Output = output, Instance = instance };
    }

    private Inventory Apply(FluxKustomization kustomization, Inventory parent)
    {
        var (state, directory) = locator.Locate(kustomization, parent.Instance is not null);
        if (state != InventoryState.Built || directory is null)
            return new() { Owner = kustomization.Resource, Parent = parent, State = state, Directory = directory, IsRemote = kustomization.IsRemote };
        var variables = Variables(kustomization);
        var output = Consider(renderer.Apply(kustomization, directory, variables, locator.Artifact(kustomization)));
        if (!kustomization.IsRemote)
            objects.Add(output);
        return new()
        {
            Owner = kustomization.Resource,
            Parent = parent,
            State = InventoryState.Built,
            Directory = directory,
            Output = output,
            Variables = variables,
            IsRemote = kustomization.IsRemote,
        };
    }

    private FluxOutput BuildEntry(FluxKustomization kustomization, SourceArtifact? artifact) => Consider(renderer.Apply(kustomization, entry.Directory, Variables(kustomization), artifact));

    private FluxOutput Consider(FluxOutput output)
    {
        if (output.Rendering is { } rendering)
            Considered.Add(rendering);
        output.CountIn(budget);
        return output;
    }

    /// <summary>The variables of a Kustomization. What the cluster alone has may define any name.</summary>
    private SubstitutionVariables Variables(FluxKustomization kustomization)
    {
        var variables = new List<SubstitutionVariable>();
        // Whatever applies the entry point in truth may fill in more than the manifest at hand has.
        if (entry.Variables is { } known && locator.AppliesEntry(kustomization))
            variables.AddRange(VariableDefinitions.Of(known));
        var isComplete = !kustomization.Resource.HasUnknownValues;
        foreach (var reference in kustomization.SubstituteFrom)
        {
            var source = reference is { Kind: { } kind, Name.Value: { } name } ? objects.Ask(new("", kind, kustomization.Resource.Id.Namespace, name)) : null;
            isComplete &= source is not null && VariableDefinitions.AreAll(source);
            if (source is not null)
                variables.AddRange(VariableDefinitions.Of(source));
        }
        variables.AddRange(VariableDefinitions.Of(kustomization));
        return SubstitutionVariables.Of(variables, isComplete, kustomization.AlwaysSubstitutes);
    }
}
