using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;

namespace FluxLint.Policies;

/// <summary>Tells which clusters are alike to an expression, so that it is evaluated once for all of them.</summary>
internal sealed class ClusterViews
{
    /// <summary>The fields of the variable <c>cluster</c>.</summary>
    public static readonly ImmutableArray<string> Fields = ["class", "directory", "name", "production"];

    private readonly FrozenSet<string>? fields;
    private readonly ImmutableArray<string>? kinds;
    private readonly Dictionary<Cluster, ClusterView> known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Key, ClusterView> distinct = [];

    /// <param name="expressions">All expressions of a policy.</param>
    public ClusterViews(ImmutableArray<PolicyExpression> expressions)
    {
        var read = expressions.Select(expression => expression.FieldsOf("cluster")).ToList();
        fields = read.Contains(null) ? null : read.OfType<FrozenSet<string>>().SelectMany(names => names).ToFrozenSet(StringComparer.Ordinal);
        var asking = expressions.Where(expression => expression.Expression.Mentions("resources")).Select(expression => KindsRead.Of(expression.Expression, "resources")).ToList();
        ReadsResources = asking.Count > 0;
        kinds = asking.Contains(null) ? null : [.. asking.SelectMany(names => names ?? [])];
    }

    /// <summary>Whether the other objects of a cluster have a say.</summary>
    public bool ReadsResources { get; }

    /// <summary>The clusters, those together that are alike.</summary>
    public IEnumerable<IGrouping<ClusterView, Cluster>> Group(IEnumerable<Cluster> clusters) => clusters.GroupBy(Of, (IEqualityComparer<ClusterView>)ReferenceEqualityComparer.Instance);

    private ClusterView Of(Cluster cluster)
    {
        if (known.TryGetValue(cluster, out var view))
            return view;
        ImmutableArray<Resource> resources = ReadsResources ? [.. cluster.OwnResources.Where(resource => kinds?.Contains(resource.Id.Kind) != false)] : [];
        var key = new Key(string.Join('\0', Names.Select(name => Text(cluster, name))), ReadsResources && MayBring(cluster), resources);
        if (!distinct.TryGetValue(key, out view))
            distinct.Add(key, view = new(Value(cluster), resources, key.MayHaveMore));
        known.Add(cluster, view);
        return view;
    }

    private IEnumerable<string> Names => Fields.Where(name => fields?.Contains(name) != false);

    private bool MayBring(Cluster cluster) => kinds is { } read ? read.Any(kind => cluster.MayBring(new(GroupOf(kind), kind, "", ""))) : cluster.HasGaps;

    // Gaps tell definitions and data from other kinds, whatever group these are in.
    private static string GroupOf(string kind) => kind == "CustomResourceDefinition" ? KubernetesGroups.ApiExtensions : "";

    private CelValue Value(Cluster cluster)
    {
        var entries = new CelEntries();
        foreach (var name in Names)
            entries.Add(new CelValue.Str(name), name == "production" ? CelValue.Of(cluster.Class?.IsProduction == true) : new CelValue.Str(Text(cluster, name)));
        return new CelValue.Map(entries);
    }

    private static string Text(Cluster cluster, string field) => field switch
    {
        "class" => cluster.Class?.Name.Value ?? "",
        "directory" => cluster.Directory,
        "production" => cluster.Class?.IsProduction == true ? "true" : "false",
        _ => cluster.Name,
    };

    /// <summary>What makes clusters alike: the very same objects, and what is read of the cluster itself.</summary>
    private sealed record Key(string Text, bool MayHaveMore, ImmutableArray<Resource> Resources)
    {
        public bool Equals(Key? other) =>
            other is not null && Text == other.Text && MayHaveMore == other.MayHaveMore && Resources.Length == other.Resources.Length
            && Resources.Zip(other.Resources).All(pair => ReferenceEquals(pair.First.Root, pair.Second.Root));

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Text, StringComparer.Ordinal);
            foreach (var resource in Resources)
                hash.Add(RuntimeHelpers.GetHashCode(resource.Root));
            return hash.ToHashCode();
        }
    }
}
