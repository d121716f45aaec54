using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Fleet;

/// <summary>
/// The namespaces, ConfigMaps, Secrets and service accounts of a cluster, and how sure their absence is. Platforms bring
/// many of them without the repository's doing, so something is absent only where configuration lists what the platform
/// brings, or where the repository has what was most likely meant under another name.
/// </summary>
public sealed class Provisions
{
    // Kubernetes, OpenShift and Istio put these everywhere.
    private static readonly string[] KnownInEveryNamespace = ["kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert"];

    private readonly Cluster cluster;
    private readonly ProvidedNames named;
    private readonly HashSet<string> namespaces = new(StringComparer.Ordinal);
    private readonly List<Resource> namespaceObjects = [];
    private readonly Dictionary<ObjectKey, DataObject> data = [];
    private readonly HashSet<ObjectKey> accounts = [];
    // What Flux is told not to apply: it may be there all the same.
    private readonly HashSet<ObjectKey> ignored = [];
    private readonly bool hasHiddenData;
    private readonly HiddenMakers makers;

    internal Provisions(Cluster cluster, ProvidedNames named)
    {
        this.cluster = cluster;
        this.named = named;
        foreach (var inventory in cluster.Inventories.Where(inventory => !inventory.IsRemote))
        {
            // What applies lives in its namespace, and does so before anything is applied.
            if (inventory.Owner is { } owner && inventory.Parent is null)
                namespaces.Add(owner.Id.Namespace);
            foreach (var resource in inventory.Resources)
                Add(resource);
        }
        makers = new(cluster.OwnResources);
        hasHiddenData = cluster.Resources.Any(Copies);
    }

    /// <summary>Whether configuration says that a namespace is there without the repository's doing.</summary>
    public bool IsBroughtByPlatform(string @namespace) => ProvidedNames.Has(named.Namespaces, @namespace) == true;

    /// <summary>Whether a namespace exists, or is made.</summary>
    public ProvisionAnswer FindNamespace(string name)
    {
        if (WellKnownNamespaces.Contains(name) || namespaces.Contains(name) || ProvidedNames.Has(named.Namespaces, name) == true)
            return ProvisionAnswer.Provided;
        if (cluster.MayBring(NamespaceKey(name)) || (named.Namespaces is null && cluster.Early.MayMakeNamespace(name)) || name.HasVariable() || ignored.Contains(NamespaceKey(name)))
            return ProvisionAnswer.Unknown;
        var nearest = namespaceObjects.Find(other => other.Id.Name == NearestName.FindSlip(name, namespaceObjects.Select(candidate => candidate.Id.Name)));
        if (named.Namespaces is null && nearest is null)
            return ProvisionAnswer.Unknown;
        return new(Availability.Absent)
        {
            Nearest = nearest?.Id.Name,
            Correction = nearest?.Id.Name,
            Remedy = nearest is null ? $"create namespace '{name}', or list it under 'provides.namespaces' in fluxlint.yaml" : $"write '{nearest.Id.Name}'",
            Evidence = nearest is null ? null : new(nearest.Location, $"Namespace '{nearest.Id.Name}' is made here"),
        };
    }

    /// <summary>Whether a ConfigMap or Secret exists, or is made.</summary>
    /// <param name="kind"><c>ConfigMap</c> or <c>Secret</c>.</param>
    /// <param name="namespace">Namespace.</param>
    /// <param name="name">Name.</param>
    public ProvisionAnswer FindData(string kind, string @namespace, string name)
    {
        var key = new ObjectKey("", kind, @namespace, name);
        if (data.TryGetValue(key, out var found))
            return new(Availability.Provided) { Data = found };
        var list = kind == "Secret" ? named.Secrets : named.ConfigMaps;
        if (ProvidedNames.Has(list, $"{@namespace}/{name}") == true)
            return ProvisionAnswer.Provided;
        if (hasHiddenData || cluster.MayBring(key) || @namespace.HasVariable() || name.HasVariable() || ignored.Contains(key))
            return ProvisionAnswer.Unknown;
        var meant = Meant(kind, @namespace, name);
        if (list is null && meant is null)
            return ProvisionAnswer.Unknown;
        return new(Availability.Absent)
        {
            Nearest = meant?.Name,
            Correction = meant is not null && meant.Name != name && !IsHashed(meant, name) ? meant.Name : null,
            Remedy = Remedy(meant, kind, @namespace, name),
            Evidence = meant is null ? null : new(meant.Location, $"{kind} '{meant.Name}' in namespace '{meant.Namespace}' is made here"),
        };
    }

    /// <summary>Whether a ConfigMap or Secret exists that a pod needs. What charts and operators make, the pods beside them know by name.</summary>
    /// <param name="kind"><c>ConfigMap</c> or <c>Secret</c>.</param>
    /// <param name="namespace">Namespace.</param>
    /// <param name="name">Name.</param>
    public ProvisionAnswer FindPodData(string kind, string @namespace, string name)
    {
        var answer = FindData(kind, @namespace, name);
        if (answer.Availability != Availability.Absent)
            return answer;
        // A name without the hash of a generator is wrong whoever else makes objects.
        var isHashed = answer.Nearest is { } nearest && nearest.Length == name.Length + 11 && nearest.StartsWith(name + "-", StringComparison.Ordinal);
        return KnownInEveryNamespace.Contains(name) || (!isHashed && MayHide(@namespace)) ? ProvisionAnswer.Unknown : answer;
    }

    /// <summary>Whether charts or operators of the cluster make objects in a namespace that nothing tells of.</summary>
    public bool MayHide(string @namespace) => makers.Reach(@namespace);

    /// <summary>Whether a service account exists. Every namespace has the account <c>default</c>.</summary>
    public ProvisionAnswer FindServiceAccount(string @namespace, string name)
    {
        var key = new ObjectKey("", "ServiceAccount", @namespace, name);
        if (name == "default" || accounts.Contains(key) || ProvidedNames.Has(named.ServiceAccounts, $"{@namespace}/{name}") == true)
            return ProvisionAnswer.Provided;
        if (named.ServiceAccounts is null || cluster.MayBring(key) || @namespace.HasVariable() || name.HasVariable() || ignored.Contains(key))
            return ProvisionAnswer.Unknown;
        return new(Availability.Absent) { Nearest = NearestName.Find(name, accounts.Where(account => account.Namespace == @namespace).Select(account => account.Name)) };
    }

    private void Add(Resource resource)
    {
        if (ApplyPolicies.Of(resource) == ApplyPolicy.Ignore)
        {
            ignored.UnionWith(Brought(resource));
            return;
        }
        switch (resource.Id)
        {
            case { Group: "", Kind: "Namespace" }:
                namespaces.Add(resource.Id.Name);
                namespaceObjects.Add(resource);
                break;
            case { Group: "", Kind: "ServiceAccount" }:
                accounts.Add(resource.Key);
                break;
            case { Group: FluxGroups.Helm } when HelmRelease.Of(resource) is { CreatesNamespace: true } release:
                namespaces.Add(release.WorkloadNamespace);
                break;
        }
        foreach (var made in DataObjects.Of(resource))
            data.TryAdd(made.Key, made);
    }

    /// <summary>What an object is and makes, as far as it counts here.</summary>
    private static IEnumerable<ObjectKey> Brought(Resource resource)
    {
        if (HelmRelease.Of(resource) is { CreatesNamespace: true } release)
            yield return NamespaceKey(release.WorkloadNamespace);
        foreach (var made in DataObjects.Of(resource))
            yield return made.Key;
        yield return resource.Id is { Group: "", Kind: "Namespace" } ? NamespaceKey(resource.Id.Name) : resource.Key;
    }

    private static ObjectKey NamespaceKey(string name) => new("", "Namespace", "", name);

    /// <summary>
    /// What is there in place of what is asked for: the same name with the content hash of a generator behind it, a name
    /// that differs by a slip, or the same name in another namespace.
    /// </summary>
    private DataObject? Meant(string kind, string @namespace, string name)
    {
        var here = data.Values.Where(candidate => candidate.Kind == kind && candidate.Namespace == @namespace).ToList();
        if (here.Find(candidate => IsHashed(candidate, name)) is { } hashed)
            return hashed;
        if (NearestName.FindSlip(name, here.Select(candidate => candidate.Name)) is { } nearest)
            return here.Find(candidate => candidate.Name == nearest);
        var elsewhere = data.Values.Where(candidate => candidate.Kind == kind && candidate.Name == name).ToList();
        return elsewhere is [{ IsManifest: true } only] ? only : null;
    }

    private static string Remedy(DataObject? meant, string kind, string @namespace, string name) => meant switch
    {
        null => $"create {kind} '{name}' in namespace '{@namespace}', or list '{@namespace}/{name}' under 'provides' in fluxlint.yaml",
        _ when IsHashed(meant, name) => "set 'disableNameSuffixHash: true' in the options of the generator",
        _ when meant.Name == name => $"create it in namespace '{@namespace}'",
        _ => $"refer to '{meant.Name}'",
    };

    private static bool IsHashed(DataObject candidate, string name) =>
        candidate.IsManifest && candidate.Name.Length == name.Length + 11 && candidate.Name.StartsWith(name, StringComparison.Ordinal) && candidate.Name[name.Length] == '-';

    /// <summary>Whether something copies ConfigMaps and Secrets to other namespaces, or makes them where it sees fit.</summary>
    private static bool Copies(Resource resource)
    {
        if (resource.Id is { Kind: "ClusterExternalSecret" } or { Kind: "Bundle", Group: "trust.cert-manager.io" } or { Group: "kyverno.io" or "policies.kyverno.io" })
            return true;
        return resource.Root.At("metadata", "annotations") is YamlMapping annotations
            && annotations.Entries.Any(entry => entry.Name is { } key
                && (key.StartsWith("reflector.v1.k8s.emberstack.com/", StringComparison.Ordinal) || key.StartsWith("replicator.v1.mittwald.de/", StringComparison.Ordinal)));
    }
}
