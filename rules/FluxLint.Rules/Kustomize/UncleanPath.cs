using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds paths in kustomizations that are longer than they need to be.</summary>
public sealed class UncleanPath : Rule
{
    private static readonly string[] Fields = ["resources", "bases", "components", "crds", "configurations", "patches", "patchesStrategicMerge", "patchesJson6902", "generators", "transformers"];

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1009",
        Title = "A path is not in its shortest form",
        Message = "'{0}' is '{1}'",
        MessageForMany = "'{0}' is '{1}', and this kustomization has {2} more that are not in their shortest form",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Info,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/UncleanPath"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        var directory = context.Rendering.Directory;
        foreach (var reference in context.Graph.References(directory))
        {
            // A symbolic link leads elsewhere than its path says.
            if (reference.Kind is not (ReferenceKind.File or ReferenceKind.Directory) || !Fields.Contains(reference.Field) || RepositoryPath.Combine(directory, reference.Node.Value) != reference.Path)
                continue;
            var shortest = RepositoryPath.Relative(directory, reference.Path);
            if (shortest != reference.Node.Value)
                context.Report(Descriptor, reference.Node.Location, reference.Node.Value, shortest).WithCause(directory).WithFix(CodeFix.Safe("Write it in its shortest form", context.Edit.Replace(reference.Node, shortest)));
        }
    }
}
