using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds operations of JSON 6902 patches that mean an item of a list by its number, where its name would do.</summary>
public sealed class PositionalJsonPatch : Rule
{
    /// <summary>The lists whose items have names, so that a strategic merge patch can mean one.</summary>
    private static readonly string[] NamedLists = ["containers", "initContainers", "ephemeralContainers", "volumes", "volumeMounts", "env", "imagePullSecrets"];

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1008",
        Title = "A patch means an item of a list by its number",
        Message = "'{0}' means item {1} of '{2}', whatever that is when the base changes",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/PositionalJsonPatch"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        if (context.Rendering.Kustomization is not { } kustomization)
            return;
        foreach (var entry in kustomization.Mappings("patches").Concat(kustomization.Mappings("patchesJson6902")))
        {
            // Objects that a pattern selects have items of different names.
            if (entry.Mapping("target")?.Text("name") is not { } name || name.AsSpan().IndexOfAny(@"\*+?()[]{}|^$") >= 0)
                continue;
            if (Tree(context, kustomization.Directory, entry)?.Documents is not [{ Expanded: YamlSequence operations }])
                continue;
            foreach (var operation in operations.Items.OfType<YamlMapping>())
                Check(context, operations, operation);
        }
    }

    private static YamlTree? Tree(KustomizationContext context, string directory, YamlMapping entry) =>
        entry.Scalar("path") is { } file
            ? RepositoryPath.Combine(directory, file.Value) is { } path && context.Repository.FileExists(path) ? context.Repository.Tree(path) : null
            : entry.Scalar("patch") is { } patch ? YamlTree.ParseEmbedded(patch) : null;

    private static void Check(KustomizationContext context, YamlSequence operations, YamlMapping operation)
    {
        if (operation.Scalar("path") is not { } path)
            return;
        var steps = path.Value.Split('/');
        for (var i = 1; i < steps.Length; i++)
        {
            // In a list of texts no item has a name.
            if (steps[^1] == "-" || !NamedLists.Contains(steps[i - 1]) || !steps[i].All(char.IsAsciiDigit) || steps[i].Length == 0)
                continue;
            // A test of the name makes sure that it is the right item.
            if (!operations.Items.OfType<YamlMapping>().Any(other => other.Text("op") == "test" && other.Text("path")?.StartsWith(string.Join('/', steps[..(i + 1)]), StringComparison.Ordinal) == true))
                context.Report(Descriptor, path.Location, path.Value, steps[i], steps[i - 1]).WithHelp("write a strategic merge patch, which names the item, or test its name in an operation before");
            return;
        }
    }
}
