using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kubernetes;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>
/// One kustomization at work: the resources so far, in order, which generators and transformers change in place, and
/// what went wrong.
/// </summary>
internal sealed class Layer(Repository repository, Kustomization kustomization)
{
    // An object of a fleet is about as large, and all of a run fit into the memory that there is.
    private const int BytesOfObject = 500;

    private Dictionary<ResourceId, Resource>? index;
    private bool isSpent;

    public Repository Repository => repository;

    public Kustomization Kustomization => kustomization;

    public List<Resource> Resources { get; } = [];

    public List<BuildProblem> Problems { get; } = [];

    /// <summary>Files that the layer read besides its kustomization.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Those of <see cref="Files"/> that it read as YAML.</summary>
    public List<string> Manifests { get; } = [];

    /// <summary>Those of <see cref="Manifests"/> in which kustomize lets no key stand twice.</summary>
    public List<string> Strict { get; } = [];

    /// <summary>The entries of <c>images</c> of the layer, and of the components in it, with the number of images that each is about.</summary>
    public List<PatchUse> Images { get; } = [];

    /// <summary>The targets of <c>replacements</c> of the layer, and of the components in it, with the number of objects that each selects.</summary>
    public List<PatchUse> Replacements { get; } = [];

    /// <summary>The <c>vars</c> of the layer and of those below, which are filled in at the top of the build.</summary>
    public List<Variable> Variables { get; } = [];

    /// <summary>The fields that transformers work on.</summary>
    public TransformerConfiguration Configuration { get; set; } = TransformerConfiguration.Empty;

    /// <summary>What holds for the whole build.</summary>
    public BuildScope Scope { get; set; } = BuildScope.Open;

    /// <summary>Whether another version of kustomize may make something else.</summary>
    public bool IsVersioned { get; private set; }

    /// <summary>What the kustomization may make, with the components in it.</summary>
    public BuildBudget Budget { get; init; } = new();

    /// <summary>How often a resource became another one. What generators take in counts by its size.</summary>
    public int Made { get; private set; }

    /// <summary>Whether the build is over a limit, so that nothing of it is left.</summary>
    public bool IsOverLimit { get; private set; }

    /// <summary>Whether resources may be missing, so that the absence of one proves nothing.</summary>
    public bool HasGaps => Gaps != GapKinds.None;

    /// <summary>What resources may be missing.</summary>
    public GapKinds Gaps { get; private set; }

    /// <summary>What the groups end in whose definitions may be missing, as far as they are known.</summary>
    public ImmutableSortedSet<string> LackedGroups { get; private set; } = [];

    /// <summary>The version of kustomize, where it makes a difference: what is made holds for it alone.</summary>
    public KustomizeVersion GoByVersion()
    {
        IsVersioned = true;
        return Scope.Version;
    }

    /// <summary>Takes note that what is made holds for one version alone.</summary>
    /// <param name="isSo">Whether it does.</param>
    public void MayDiffer(bool isSo) => IsVersioned |= isSo;

    /// <summary>Takes note that anything may be missing.</summary>
    /// <param name="isSo">Whether it may.</param>
    public void MayLack(bool isSo = true) => MayLack(isSo ? GapKinds.All : GapKinds.None);

    /// <summary>Takes note of what may be missing.</summary>
    public void MayLack(GapKinds gaps) => Gaps |= gaps;

    /// <summary>Takes note that definitions of known groups may be missing.</summary>
    /// <param name="groups">What the groups end in.</param>
    public void MayLackDefinitions(ImmutableSortedSet<string> groups)
    {
        LackedGroups = LackedGroups.Union(groups);
        MayLack(groups.IsEmpty ? GapKinds.None : GapKinds.KnownDefinitions);
    }

    public void Report(BuildProblemKind kind, YamlNode node, string message) => Report(kind, node.Location, message);

    public void Report(BuildProblemKind kind, Location location, string message) => Report(new(kind, location, message));

    public void Report(BuildProblem problem)
    {
        if (!Problems.Contains(problem))
            Problems.Add(problem);
        MayLack(problem.Kind != BuildProblemKind.DuplicateResource);
    }

    /// <summary>Adds a resource; the second object of one id is a problem, and is left out.</summary>
    public void Add(Resource resource, Location cause)
    {
        if (IsOverLimit)
            return;
        if (Resources.Count == BuildBudget.Resources)
        {
            Stop(cause, $"this makes more than {BuildBudget.Resources:N0} objects");
            return;
        }
        index ??= Index();
        if (index.TryAdd(resource.Id.Conflicting, resource))
        {
            Resources.Add(resource);
            return;
        }
        var first = index[resource.Id.Conflicting];
        Problems.Add(new(BuildProblemKind.DuplicateResource, resource.Location == first.Location ? cause : resource.Location, $"{resource.Id.ApiVersion} {resource.Id.Display} is in this build twice")
        {
            Related = [new(first.Location, "the other one")],
        });
    }

    /// <summary>Replaces every resource by what the function makes of it; null drops it.</summary>
    /// <param name="transform">What a resource becomes.</param>
    /// <param name="entries">How many entries of the kustomization the function holds against each resource.</param>
    public void Transform(Func<Resource, Resource?> transform, int entries = 1)
    {
        index = null;
        var kept = 0;
        for (var i = 0; i < Resources.Count && (i > 0 || Takes((long)Resources.Count * entries)) && !isSpent; i++)
        {
            if (transform(Resources[i]) is not { } transformed)
                continue;
            Made += ReferenceEquals(transformed, Resources[i]) ? 0 : 1;
            Resources[kept++] = transformed;
        }
        if (isSpent)
            Stop(kustomization.Root.Location, $"this changes objects more than {BuildBudget.Changes:N0} times");
        else
            Resources.RemoveRange(kept, Resources.Count - kept);
    }

    /// <summary>Takes changes from what the build may make; false when there are none left, and what is under way may end.</summary>
    public bool Takes(long changes)
    {
        isSpent |= !Budget.TakeChanges(changes);
        return !isSpent;
    }

    /// <summary>Takes bytes of a file from what the build may take in; false when there is no room for them.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="cause">What asks for them.</param>
    public bool TakesData(long bytes, YamlNode cause)
    {
        Made += (int)(bytes / BytesOfObject);
        if (Budget.TakeData(bytes))
            return true;
        Stop(cause.Location, $"this takes more than {BuildBudget.Data:N0} bytes of files into objects");
        return false;
    }

    /// <summary>Adds to the fields that transformers work on.</summary>
    /// <param name="configuration">What to add.</param>
    /// <param name="cause">The entry that brings it.</param>
    public void Configure(TransformerConfiguration configuration, YamlNode cause) => Configuration = Configuration.Merge(configuration, spec =>
        Report(BuildProblemKind.Refused, spec.Node ?? cause, $"the field '{spec.Path}' is in the configuration already, with another 'create'"));

    /// <summary>Takes over the resources that a component left.</summary>
    public void Replace(IReadOnlyList<Resource> resources)
    {
        index = null;
        Resources.Clear();
        Resources.AddRange(resources);
    }

    /// <summary>Takes over what another layer read and found wrong, but not its resources.</summary>
    public void Absorb(Layer other)
    {
        Problems.AddRange(other.Problems);
        Files.AddRange(other.Files);
        Manifests.AddRange(other.Manifests);
        Strict.AddRange(other.Strict);
        MayLack(other.Gaps);
        MayLackDefinitions(other.LackedGroups);
        MayDiffer(other.IsVersioned);
    }

    /// <summary>The tree of a patch or of replacements that an entry names; null when there is none, which the references of the kustomization tell.</summary>
    public YamlTree? Tree(YamlScalar entry)
    {
        var tree = RepositoryPath.Combine(kustomization.Directory, entry.Value) is { } path ? Read(path) : null;
        MayLack(tree is null);
        return tree;
    }

    /// <summary>The tree of a file of the repository, in which no key may stand twice.</summary>
    public YamlTree? Tree(string path)
    {
        var tree = Read(path);
        if (tree is not null)
            Strict.Add(path);
        return tree;
    }

    private YamlTree? Read(string path)
    {
        var tree = repository.Tree(path);
        if (tree is not null)
        {
            Files.Add(path);
            Manifests.Add(path);
        }
        return tree;
    }

    /// <summary>Leaves nothing: what is included by another is unknown there, and one diagnostic is enough for all.</summary>
    private void Stop(Location cause, string reason)
    {
        if (IsOverLimit)
            return;
        IsOverLimit = true;
        Replace([]);
        Report(BuildProblemKind.Limit, cause, $"{reason}: what '{(kustomization.Directory.Length == 0 ? "." : kustomization.Directory)}' builds is not looked at");
    }

    private Dictionary<ResourceId, Resource> Index()
    {
        var made = new Dictionary<ResourceId, Resource>();
        foreach (var resource in Resources)
            made.TryAdd(resource.Id.Conflicting, resource);
        return made;
    }
}
