using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds values that a patch sets and a later patch of the same kustomization sets again.</summary>
public sealed class ReplacedByLaterPatch : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1015",
        Title = "A later patch of the same build sets a field again",
        Message = "this patch gives {0} the value '{1}', and a later one of the same kustomization '{2}'",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/ReplacedByLaterPatch"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var several = context.Renderings.Where(HasSeveral).ToList();
        var entries = several.Where(rendering => !HasTests(context.Repository, rendering)).SelectMany(rendering => rendering.Patches).Select(patch => patch.Entry).ToHashSet();
        if (entries.Count == 0)
            return;
        var patched = several.SelectMany(rendering => rendering.Resources).DistinctBy(resource => resource.Root, ReferenceEqualityComparer.Instance).SelectMany(Patched).ToList();
        // A patch for many objects is not in vain where one of them has an exception.
        var lasting = patched.Select(value => value.Node.Location).ToHashSet();
        foreach (var (resource, node) in patched)
        {
            if (Earlier(node, entries) is { } earlier && earlier.Value != node.Value && lasting.Add(earlier.Location))
                context.Report(Descriptor, earlier.Location, resource.Id.Display, earlier.Value, node.Value).WithRelated(node.Location, "and here again");
        }
    }

    /// <summary>Whether a kustomization has more than one entry for patches, of which each may be several.</summary>
    private static bool HasSeveral(Rendering rendering) => rendering.Patches.Any(patch => patch.Entry != rendering.Patches[0].Entry);

    /// <summary>Whether a patch of a kustomization may ask for a value before it goes on.</summary>
    private static bool HasTests(Repository repository, Rendering rendering) =>
        rendering.Patches.Select(patch => patch.Target.Path).Distinct().Any(path => repository.Tree(path) is { } tree && HasTests(tree));

    private static bool HasTests(YamlTree tree) => tree.DescendantNodes().OfType<YamlMapping>().Any(mapping =>
        mapping.Text("op") == "test"
        || (mapping.Scalar("patch") is { } inline && inline.Value.Contains("test", StringComparison.Ordinal) && HasTests(YamlTree.ParseEmbedded(inline))));

    /// <summary>The values that patches gave to an object.</summary>
    private static IEnumerable<(Resource Resource, YamlScalar Node)> Patched(Resource resource) =>
        from field in resource.Root.Entries
        // Names, labels and annotations are what later patches are chosen by.
        where field.Name != "metadata"
        from node in field.Value.DescendantNodesAndSelf().OfType<YamlScalar>()
        where node.Derivation?.Step == ProvenanceStep.Patch
        select (resource, node);

    /// <summary>What an earlier patch of the same kustomization wrote where a later one wrote a value.</summary>
    private static YamlScalar? Earlier(YamlScalar node, HashSet<Location> entries) =>
        node.Derivation is { Replaced: YamlScalar { Derivation: { Step: ProvenanceStep.Patch } derivation } earlier } later
        && later.Cause != derivation.Cause && later.Cause.Path == derivation.Cause.Path && entries.Contains(later.Cause) && entries.Contains(derivation.Cause) && earlier.Location != node.Location
            ? earlier
            : null;
}
