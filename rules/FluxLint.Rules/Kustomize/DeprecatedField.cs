using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds fields of kustomizations that are deprecated in favour of others.</summary>
public sealed class DeprecatedField : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1007",
        Title = "A field of a kustomization is deprecated",
        Message = "'{0}' is deprecated: '{1}' does the same",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/DeprecatedField"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        if (context.Graph.Kustomization(context.Rendering.Directory) is not { } kustomization)
            return;
        foreach (var (name, successor) in new[] { ("bases", "resources"), ("patchesStrategicMerge", "patches"), ("patchesJson6902", "patches"), ("commonLabels", "labels"), ("vars", "replacements"), ("imageTags", "images") })
        {
            if (kustomization.Root.KeyOf(name) is { } key)
                context.Report(Descriptor, key.Location, name, successor).WithFix(CodeFix.Safe($"Use '{successor}'", Changes(context, kustomization, name, successor)));
        }
        foreach (var generator in kustomization.Mappings("configMapGenerator").Concat(kustomization.Mappings("secretGenerator")))
        {
            if (generator.KeyOf("env") is { } key && generator.Scalar("env") is { } file)
                context.Report(Descriptor, key.Location, "env", "envs").WithFix(CodeFix.Safe("Use 'envs'", context.Edit.RenameKey(generator, "env", "envs"), context.Edit.Set(generator, "env", $"[{Written(file)}]")));
        }
    }

    /// <summary>What replaces the field; a null where that takes more than the field itself.</summary>
    private static TextChange?[] Changes(RuleContext context, Kustomization kustomization, string name, string successor)
    {
        var root = kustomization.Root;
        var rename = context.Edit.RenameKey(root, name, successor);
        return (name, kustomization.Field(name)) switch
        {
            ("bases", YamlSequence bases) when kustomization.Field("resources") is YamlSequence resources =>
                [.. bases.Items.Select(item => context.Edit.AddItem(resources, Written(item))), context.Edit.Remove(root, name)],
            ("bases" or "patchesJson6902" or "imageTags", _) => [rename],
            ("patchesStrategicMerge", YamlSequence patches) when patches.Items.All(item => item is YamlScalar { Value: var text } && !text.Contains('\n') && !text.Contains(": ", StringComparison.Ordinal)) =>
                [rename, context.Edit.Set(root, name, string.Join('\n', patches.Items.Select(item => $"- path: {Written(item)}")))],
            ("commonLabels", YamlMapping labels) =>
                [rename, context.Edit.Set(root, name, $"- includeSelectors: true\n  pairs:\n{string.Join('\n', labels.Entries.Select(entry => $"    {Written(entry.Key)}: {Written(entry.Value)}"))}")],
            _ => [null],
        };
    }

    private static string Written(YamlNode node) => node.Source.Slice(node.Span).ToString();
}
