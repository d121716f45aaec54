using System.Globalization;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace Brightwater.FluxLint;

/// <summary>Finds clusters of one region that are maintained at the same hour.</summary>
public sealed class SharedMaintenanceSlot : Rule
{
    private const string Field = "maintenance_hour";
    private const int Hours = 24;

    private static readonly ObjectKey Settings = new("", "ConfigMap", "flux-system", "cluster-settings");

    private static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "BRIGHTWATER004",
        Title = "Clusters of one region are maintained at once",
        Message = "cluster '{0}' is maintained at hour {1}, and so is '{2}' of the same region",
        Category = RuleCategory.Fleet,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
    };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Describe() => Descriptor;

    /// <inheritdoc/>
    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        foreach (var region in context.Fleet.Clusters.SelectMany(Read).GroupBy(slot => Path.GetDirectoryName(slot.Cluster.Directory)))
        {
            var taken = region.Select(slot => slot.Hour.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var hour in region.GroupBy(slot => slot.Hour.Value))
            {
                var first = hour.First();
                // What two clusters share has one hour, whatever it is changed to.
                foreach (var other in hour.Skip(1))
                {
                    context.Report(Descriptor, other.Resource.PlaceOf(other.Hour), other.Cluster.Name, hour.Key, first.Cluster.Name)
                        .WithClusters([first.Cluster, other.Cluster])
                        .WithRelated(first.Hour.Location, $"the hour of '{first.Cluster.Name}'")
                        .WithFix(Equals(first.Hour.Location, other.Hour.Location) ? null : Free(context, other, taken));
                }
            }
        }
    }

    private static IEnumerable<Slot> Read(Cluster cluster)
    {
        if (cluster.Find(Settings) is { HasUnknownValues: false } settings && settings.Root.At("data", Field) is YamlScalar { IsNull: false } hour)
            yield return new(cluster, settings, hour);
    }

    // Unsafe: whether the hour suits those who use the cluster is theirs to say.
    private static CodeFix? Free(RepositoryContext context, Slot slot, HashSet<string> taken)
    {
        var free = Enumerable.Range(0, Hours).Select(hour => hour.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(hour => !taken.Contains(hour));
        if (free is null)
            return null;
        taken.Add(free);
        return CodeFix.Unsafe($"Take hour {free}, which is free", context.Edit.Replace(slot.Hour, free));
    }

    private sealed record Slot(Cluster Cluster, Resource Resource, YamlScalar Hour);
}
