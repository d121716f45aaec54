using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds paths in a kustomization that do not exist.</summary>
public sealed class MissingReference : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1001",
        Title = "A kustomization refers to a path that does not exist",
        Message = "{0}",
        MessageForMany = "{0}, and {1} more of this kustomization are missing",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/MissingReference"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        var missing = new Lazy<HashSet<YamlNode>>(() => [.. context.Rendering.Problems.Select(problem => problem.Node).OfType<YamlNode>()]);
        foreach (var problem in context.Rendering.Problems.Where(problem => problem.Kind == BuildProblemKind.MissingReference))
        {
            context.Report(Descriptor, problem)
                .WithSeverity(context.IsUnused ? Severity.Warning : Severity.Error)
                .WithFix(Nearest(context, problem) ?? Removal(context, problem, missing))
                .WithCause(context.Rendering.Directory);
        }
    }

    // Unsafe: a close name is a guess about intent.
    private static CodeFix? Nearest(KustomizationContext context, BuildProblem problem) =>
        problem is { Node: { } node, Nearest: { } nearest }
            ? CodeFix.Unsafe($"Refer to '{nearest}'", context.Edit.Replace(node, nearest))
            : null;

    // Unsafe: the file may have been forgotten. A list in which nothing is left would be none.
    private static CodeFix? Removal(KustomizationContext context, BuildProblem problem, Lazy<HashSet<YamlNode>> missing)
    {
        if (problem is not { Node: { } node, Nearest: null } || context.Rendering.Kustomization?.Root is not { } root)
            return null;
        foreach (var list in root.Entries.Select(entry => entry.Value).OfType<YamlSequence>())
        {
            if (list.Items.FirstOrDefault(item => PathOf(item) == node) is { } entry && !list.Items.All(item => missing.Value.Contains(PathOf(item))))
                return CodeFix.Unsafe("Remove the entry", context.Edit.RemoveItem(list, entry));
        }
        return null;
    }

    /// <summary>What an entry names: itself, or its <c>path</c>, as those of patches do.</summary>
    private static YamlNode PathOf(YamlNode entry) => entry is YamlMapping mapping && mapping["path"] is { } path ? path : entry;
}
