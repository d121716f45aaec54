using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;

namespace FluxLint.Rules.Substitution;

/// <summary>Finds references to variables that nobody fills in.</summary>
public sealed class UnexpandedVariable : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX4003",
        Title = "A variable reaches the cluster as text",
        Message = "'{0}' reaches the cluster as text, because {1}",
        Category = RuleCategory.Substitution,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Substitution/UnexpandedVariable"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var candidates = context.Fleet.Resources
            .Select(shared => shared.Resource)
            .Where(UnexpandedReference.MayBeIn)
            .Select(resource => resource.Root)
            .ToHashSet();
        if (candidates.Count == 0)
            return;
        var definitions = Definitions(context.Fleet);
        foreach (var cluster in context.Fleet.Clusters)
        {
            foreach (var inventory in cluster.Inventories.Where(inventory => inventory is { Owner: { HasUnknownValues: false }, State: InventoryState.Built }))
            {
                foreach (var unexpanded in inventory.Resources.Where(resource => candidates.Contains(resource.Root)).SelectMany(resource => UnexpandedReference.Of(inventory, resource)))
                    Report(context, cluster, inventory, unexpanded, definitions);
            }
        }
    }

    private static void Report(RepositoryContext context, Cluster cluster, Inventory inventory, UnexpandedReference unexpanded, Dictionary<string, Location> definitions)
    {
        // Only a name that the repository defines elsewhere is surely one of Flux and not of what runs in the cluster. A Kustomization has no other reader.
        if (!definitions.TryGetValue(unexpanded.Reference.Name, out var definition) && unexpanded.Resource.Id.Group != FluxGroups.Kustomize)
            return;
        var owner = inventory.Owner?.Id.Name;
        var reason = unexpanded.IsExempt ? $"{unexpanded.Resource.Id.Display} is exempt from substitution" : $"Kustomization '{owner}' substitutes nothing";
        var finding = context.Report(Descriptor, unexpanded.Place, unexpanded.Reference.Node.Value, reason)
            .WithHelp(unexpanded.IsExempt ? "remove 'kustomize.toolkit.fluxcd.io/substitute: disabled'" : $"define '{unexpanded.Reference.Name}' in the postBuild of Kustomization '{owner}'")
            .WithClusters([cluster]);
        if (definition is not null)
            finding.WithRelated(definition, "defined here for others");
    }

    /// <summary>Where each variable of the fleet is defined, the first place of each.</summary>
    private static Dictionary<string, Location> Definitions(ClusterSet fleet)
    {
        var found = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var variable in fleet.Clusters.SelectMany(cluster => cluster.Inventories).Select(inventory => inventory.Variables).Distinct().SelectMany(variables => variables.All))
            found.TryAdd(variable.Name, variable.Place.Location);
        return found;
    }
}
