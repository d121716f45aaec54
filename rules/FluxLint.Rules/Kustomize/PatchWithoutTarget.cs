using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds patches that change nothing because no resource of the build is their target.</summary>
public sealed class PatchWithoutTarget : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1003",
        Title = "A patch matches no resource",
        Message = "the patch for {0} matches no resource{1}",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/PatchWithoutTarget"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnRepository(Check);
        registry.OnCluster(CheckInstances);
    }

    private static void Check(RepositoryContext context)
    {
        var uses = context.Renderings.SelectMany(rendering => rendering.Patches.Where(use => !IsConsequence(context, rendering, use))).ToList();
        var fitting = uses.Where(use => use.Matches > 0).Select(use => use.Target).ToHashSet();

        // A component is used in several places, and its patch may be meant for one of them.
        foreach (var use in uses.GroupBy(use => use.Place).Where(IsWithoutTarget).Select(group => group.First()))
        {
            // A patch file that fits elsewhere is right: the entry that takes it here is wrong.
            var isShared = fitting.Contains(use.Target);
            var finding = context.Report(Descriptor, isShared ? use.Entry : use.Target, use.Description, use.IsRefused ? ", so the build fails" : ", so it changes nothing");
            if (use.Entry.Path != use.Target.Path)
                finding.WithRelated(isShared ? use.Target : use.Entry, isShared ? "the patch" : "applied here");
        }
    }

    /// <summary>The patches of a FluxInstance: those that match nothing are dropped without a word.</summary>
    private static void CheckInstances(ClusterContext context)
    {
        foreach (var inventory in context.Cluster.Inventories)
        {
            if (inventory is not { Owner: { HasUnknownValues: false } owner, Output: { } output })
                continue;
            foreach (var target in output.IdleTargets)
            {
                var name = target.Scalar("name");
                context.Report(Descriptor, owner.PlaceOf((YamlNode?)name ?? target), name is null ? target.Text("kind") : $"{target.Text("kind")} '{name.Value}'", ", so it changes nothing");
            }
        }
    }

    /// <summary>Whether the target is missing because of another fault, which is reported where it is.</summary>
    private static bool IsConsequence(RepositoryContext context, Rendering rendering, PatchUse use) =>
        use is { Matches: 0, IsUncertain: false } && (rendering.FindTooEarly(use) is not null || IsInMissingOverlay(context, rendering, use) || IsInWrongNamespace(context, rendering, use));

    private static bool IsInMissingOverlay(RepositoryContext context, Rendering rendering, PatchUse use)
    {
        var missing = context.Fleet.Clusters
            .Where(cluster => cluster.Directory == rendering.Directory)
            // Nobody knows what a cluster that no class claims should include.
            .SelectMany(cluster => cluster.Class is null ? context.Configuration.Requirements : cluster.MissingRequirements)
            .Select(required => required.Value)
            .ToHashSet(StringComparer.Ordinal);
        return missing.Count > 0 && context.Renderings.Any(other => missing.Contains(other.Directory) && other.Resources.Any(use.Selects));
    }

    private static bool IsInWrongNamespace(RepositoryContext context, Rendering rendering, PatchUse use) =>
        rendering.Resources.Any(resource => context.Configuration.FindNamespace(resource) is { } policy
            && resource.Id.Namespace != policy.Value
            && use.SelectsIn(policy.Value, resource));

    private static bool IsWithoutTarget(IEnumerable<PatchUse> uses) => uses.All(use => use is { Matches: 0, IsUncertain: false });
}
