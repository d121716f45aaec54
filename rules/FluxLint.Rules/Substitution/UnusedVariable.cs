using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Substitution;

/// <summary>Finds variables that a Kustomization defines and nothing that it applies refers to, in any cluster.</summary>
public sealed class UnusedVariable : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX4004",
        Title = "A variable is defined and never used",
        Message = "nothing that Kustomization '{0}' applies refers to variable '{1}'",
        Category = RuleCategory.Substitution,
        Severity = Severity.Info,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Substitution/UnusedVariable"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var definitions =
            from cluster in context.Fleet.Clusters
            from inventory in cluster.Inventories
            let kustomization = inventory.Kustomization
            where kustomization is not null
            from entry in kustomization.Substitute?.Entries ?? []
            let name = entry.Name
            where name is not null
            select new Definition(cluster, inventory, kustomization, kustomization.PlaceOf(entry.Key), name);
        var uses = new Dictionary<Inventory, HashSet<string>?>(ReferenceEqualityComparer.Instance);
        // One line may define the variable for many Kustomizations, of which one that uses it is enough.
        foreach (var definition in definitions.GroupBy(definition => definition.Place.Location).Where(group => !group.Any(IsUsed)))
        {
            var first = definition.First();
            context.Report(Descriptor, first.Place, first.Kustomization.Resource.Id.Name, first.Name)
                .WithFix(Remove(context, first))
                .WithClusters([.. definition.Select(use => use.Cluster).Distinct()]);
        }

        bool IsUsed(Definition definition)
        {
            if (!uses.TryGetValue(definition.Inventory, out var names))
                uses.Add(definition.Inventory, names = UsesOf(definition.Inventory));
            return names?.Contains(definition.Name) != false;
        }
    }

    /// <summary>The names of the variables that what is built refers to; null when it may refer to any.</summary>
    private static HashSet<string>? UsesOf(Inventory inventory)
    {
        // What is encrypted may refer to it: Flux substitutes after it has decrypted.
        if (inventory.Output is not { } output || output.Rendering?.HasGaps == true || output.Resources.Any(resource => resource.HasUnknownValues || resource.Root.Contains("sops")))
            return null;
        if (output.Substitutions.IsEmpty)
            return [];
        if (output.Substitutions.Any(result => !result.Problems.IsEmpty))
            return null;
        var names = output.Substitutions.SelectMany(result => result.Names).ToHashSet(StringComparer.Ordinal);
        // Without any variable Flux would not fill in defaults either.
        return names.Any(name => inventory.Variables.Find(name) is not null) ? names : null;
    }

    private static CodeFix? Remove(RepositoryContext context, Definition definition) =>
        definition.Kustomization.Substitute is { } substitute ? CodeFix.Safe($"Remove '{definition.Name}'", context.Edit.Remove(substitute, definition.Name)) : null;

    private sealed record Definition(Cluster Cluster, Inventory Inventory, FluxKustomization Kustomization, Place Place, string Name);
}
