using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Syntax;

namespace FluxLint.Rules.Engine;

/// <summary>Finds text that is not YAML, and files that cannot be read.</summary>
public sealed class YamlSyntax : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX0001",
        Title = "Text that is not YAML",
        Message = "{0}",
        Category = RuleCategory.Engine,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Engine/YamlSyntax"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFile(CheckFile);
        registry.OnKustomization(CheckInputs);
        registry.OnCluster(CheckValues);
        registry.OnRepository(CheckFiles);
    }

    private static void CheckFile(FileContext context)
    {
        // What helmfile fills in before it reads it is YAML only then.
        if (!IsTemplate(context.Tree) || !context.Fleet.ReadersOf(context.Tree.Source.Path).IsEmpty)
            Check(context, context.Tree);
    }

    private static bool IsTemplate(YamlTree tree) =>
        tree.IsBroken
        && tree.Source.Text.Contains("{{", StringComparison.Ordinal)
        && (RepositoryPath.FileName(tree.Source.Path).StartsWith("helmfile", StringComparison.Ordinal) || RepositoryPath.FileName(RepositoryPath.Parent(tree.Source.Path)) == "helmfile.d");

    private static void Check(RuleContext context, YamlTree tree)
    {
        foreach (var problem in tree.Problems.Where(problem => problem.Kind == YamlProblemKind.Syntax))
            context.Report(Descriptor, problem.Location, problem.Message);
    }

    /// <summary>A kustomization may read YAML from files that do not look like YAML by their names.</summary>
    private static void CheckInputs(KustomizationContext context)
    {
        foreach (var file in context.Rendering.Manifests.Where(file => context.Repository.YamlFiles.AsSpan().BinarySearch(file, StringComparer.Ordinal) < 0))
        {
            if (context.Repository.Tree(file) is { } tree)
                Check(context, tree);
        }
    }

    /// <summary>Helm reads what is in a ConfigMap or Secret as YAML, whatever the file that it comes from is called.</summary>
    private static void CheckValues(ClusterContext context)
    {
        foreach (var values in ReleaseValues.Of(context.Model))
        {
            // A file with the name of YAML is checked as what it is.
            if (values.File is { } file && context.Repository.YamlFiles.AsSpan().BinarySearch(file, StringComparer.Ordinal) >= 0)
                continue;
            var tree = YamlTree.ParseEmbedded(values.Content);
            Check(context, tree);
            if (!tree.IsBroken && tree.Documents is [{ Expanded: { } root and not YamlMapping }, ..])
                context.Report(Descriptor, values.Origin.PlaceOf(values.Content).Within(root.Location), $"{values.Release.Resource.Id.Display} takes its values from here, and this is no mapping");
        }
    }

    private static void CheckFiles(RepositoryContext context)
    {
        foreach (var problem in context.Repository.Problems.Where(problem => problem.Kind == FileProblemKind.Unreadable))
            context.Report(Descriptor, problem.Location, problem.Message);
    }
}
