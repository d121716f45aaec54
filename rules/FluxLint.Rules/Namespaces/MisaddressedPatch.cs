using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

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
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnRepository(CheckPatches);
        registry.OnCluster(CheckReferences);
    }

    private static void CheckPatches(RepositoryContext context)
    {
        var uses = context.Renderings.SelectMany(rendering => rendering.Patches.Select(use => (Use: use, Meant: use.FindTooEarly(rendering))));
        foreach (var group in uses.GroupBy(candidate => (candidate.Use.Entry, candidate.Use.Target)).Where(group => group.All(candidate => candidate.Meant is not null)))
        {
            var (use, meant) = group.First();
            context.Report(Descriptor, use.Target, $"the patch for {use.Description} comes before its target is put there, so {(use.IsRefused ? "the build fails" : "it changes nothing")}")
                // As any patch without a target.
                .WithSeverity(Severity.Error)
                .WithHelp("leave the namespace out of the patch")
                .WithRelated(meant?.Root.At("metadata", "namespace")?.Derivation is { } moved ? [new(moved.Cause, "moved here, after patches")] : []);
        }
    }

    private static void CheckReferences(ClusterContext context)
    {
        foreach (var resource in context.Cluster.Inventories.SelectMany(inventory => inventory.Resources))
        {
            foreach (var (key, node) in References(resource))
            {
                if (context.Cluster.FindMoved(key) is not { } moved)
                    continue;
                var id = moved.Resource.Id;
                context.Report(Descriptor, node, $"{resource.Id.Display} refers to {id.Display} in namespace '{node.Value}', and it is moved to '{id.Namespace}'")
                    .WithHelp($"write '{id.Namespace}'")
                    .WithRelated(moved.Cause, "moved here")
                    .WithRelated(moved.Resource.Location, $"{id.Display}")
                    .WithFix(CodeFix.Unsafe($"Refer to namespace '{id.Namespace}'", YamlEdit.Replace(node, id.Namespace)));
            }
        }
    }

    /// <summary>The references of an object that spell a namespace.</summary>
    private static IEnumerable<(ObjectKey Key, YamlScalar Node)> References(Resource resource)
    {
        if (FluxObject.Of(resource) is not { } viewed)
            return [];
        var sources =
            from reference in viewed.SourceReferences
            let node = reference.Node.Scalar("namespace")
            where node is { IsNull: false } && reference is { Kind: not null, Name: not null }
            select (new ObjectKey(SourceReference.Group, reference.Kind ?? "", node.Value, reference.Name?.Value ?? ""), node);
        var dependencies =
            from reference in viewed.DependsOn
            let node = reference.Node.Scalar("namespace")
            where node is { IsNull: false } && reference.Name is not null
            select (new ObjectKey(reference.Group, reference.Kind, node.Value, reference.Name?.Value ?? ""), node);
        return sources.Concat(dependencies);
    }
}
