using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Namespaces;

/// <summary>Finds patches and references that go by another namespace than the one their object has at that time.</summary>
public sealed class MisaddressedPatch : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX6008",
        Title = "A patch or reference spells a namespace that a transformer changes",
        Message = "{0}",
        Category = RuleCategory.Namespaces,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Namespaces/MisaddressedPatch"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnRepository(CheckPatches);
        registry.OnResource(CheckReferences);
    }

    private static void CheckPatches(RepositoryContext context)
    {
        var uses = context.Renderings.SelectMany(rendering => rendering.Patches.Select(use => new Candidate(use, rendering.FindTooEarly(use))));
        foreach (var group in uses.GroupBy(candidate => candidate.Use.Place).Where(group => group.All(candidate => candidate.Meant is not null)))
        {
            var (use, meant) = group.First();
            context.Report(Descriptor, use.Target, $"the patch for {use.Description} comes before its target is put there, so {(use.IsRefused ? "the build fails" : "it changes nothing")}")
                // As any patch without a target.
                .WithSeverity(Severity.Error)
                .WithHelp("leave the namespace out of the patch")
                .WithRelated(meant?.Root.At("metadata", "namespace")?.Derivation is { } moved ? [new(moved.Cause, "moved here, after patches")] : []);
        }
    }

    private static void CheckReferences(ResourceContext context)
    {
        foreach (var (node, keys) in NamespacedReference.Of(context.Resource))
        {
            foreach (var cluster in context.Clusters)
            {
                // Of the groups that a kind may be in, one that is right is enough.
                if (keys.Any(key => cluster.Find(key) is not null) || keys.Select(cluster.FindMoved).OfType<MovedObject>().FirstOrDefault() is not { } moved)
                    continue;
                var id = moved.Resource.Id;
                context.Report(Descriptor, node, $"{context.Resource.Id.Display} refers to {id.Display} in namespace '{node.Value}', and it is moved to '{id.Namespace}'")
                    .WithHelp($"write '{id.Namespace}'")
                    .WithRelated(moved.Cause, "moved here")
                    .WithRelated(moved.Resource.Location, id.Display)
                    .WithFix(CodeFix.Unsafe($"Refer to namespace '{id.Namespace}'", context.Edit.Replace(node, id.Namespace)))
                    .WithClusters([cluster]);
            }
        }
    }

    private sealed record Candidate(PatchUse Use, Resource? Meant);
}
