using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds patches that leave every resource as it was.</summary>
public sealed class NoOpPatch : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1011",
        Title = "A patch changes nothing",
        Message = "the patch for {0} changes nothing: {1}",
        MessageForMany = "the patch for {0} changes nothing, here and {2} times more: {1}",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/NoOpPatch"),
    };

    private const string Remedy = "write the 'protocol' of the port in both, the patch and its target, or in neither";

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var uses = context.Renderings.SelectMany(rendering => rendering.Patches).ToList();
        // One patch for several overlays may be needed in one of them, and so may an entry of a component.
        var needed = uses.Where(use => !use.ChangesNothing || use.IsUncertain).Select(use => use.Target).ToHashSet();
        var entries = uses.ToLookup(use => use.Entry);
        // Where another cluster has something else for the object, it is said on purpose that this one has not.
        var changes = uses.Where(use => !use.ChangesNothing).ToLookup(use => use.Description, use => use.Entry.Path);
        foreach (var use in uses.Where(use => use.ChangesNothing && !needed.Contains(use.Target) && changes[use.Description].All(path => path == use.Entry.Path)).DistinctBy(use => use.Place))
        {
            var finding = context.Report(Descriptor, use.Target, use.Description, Reason(use)).WithCause(use.Description).WithHelp(use.IsLost ? Remedy : null);
            if (use.Entry.Path != use.Target.Path)
                finding.WithRelated(use.Entry, "applied here");
            if (!use.IsLost && entries[use.Entry].All(other => other.ChangesNothing && !needed.Contains(other.Target)))
                finding.WithFix(Remove(context, use));
        }
    }

    private static string Reason(PatchUse use) =>
        use.IsLost ? "kustomize drops what it says of a port" : use.Matches == 1 ? "its target has what it says already" : "all its targets have what it says already";

    // Unsafe: the patch may be there so that a change of the base does not get through.
    private static CodeFix? Remove(RepositoryContext context, PatchUse use)
    {
        if (context.Graph.Kustomization(RepositoryPath.Parent(use.Entry.Path)) is not { } kustomization)
            return null;
        foreach (var field in new[] { "patches", "patchesStrategicMerge", "patchesJson6902" })
        {
            if (kustomization.Field(field) is YamlSequence list && list.Items.FirstOrDefault(item => Holds(item, use.Entry)) is { } entry)
                return CodeFix.Unsafe("Remove the patch", list.Items.Length == 1 ? context.Edit.Remove(kustomization.Root, field) : context.Edit.RemoveItem(list, entry));
        }
        return null;
    }

    private static bool Holds(YamlNode item, Location place) =>
        item.Source.Path == place.Path && item.Span.Start <= place.Span.Start && place.Span.End <= item.Span.End;
}
