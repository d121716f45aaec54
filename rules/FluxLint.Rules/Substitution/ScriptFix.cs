using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Substitution;

/// <summary>Keeps Flux away from references that a script or a configuration file makes to variables of its own.</summary>
internal static class ScriptFix
{
    private const string Annotation = "kustomize.toolkit.fluxcd.io/substitute";

    /// <summary>
    /// Switches substitution off for an object in which every reference is a script's own, which is safe where none of them has a value in any cluster;
    /// escapes the one reference where others need their value. Null for a reference outside of a text of several lines, which is Flux's to fill in.
    /// </summary>
    public static CodeFix? For(SubstitutionResult result, VariableReference reference, ClusterSet fleet, YamlEdit edit)
    {
        if (!IsInScript(reference))
            return null;
        if (result.Uses.All(use => IsInScript(use.Reference) && use.Outcome == VariableOutcome.Undefined && !fleet.HasValueFor(use.Reference.Location)))
        {
            var root = result.Resource.Root;
            return root.Mapping("metadata") is not { } metadata ? null
                : CodeFix.Safe($"Switch substitution off for {result.Resource.Id.Display}", metadata.Mapping("annotations") is { } annotations
                    ? edit.Set(annotations, Annotation, "disabled")
                    : edit.Set(metadata, "annotations", $"{Annotation}: disabled"));
        }
        return reference.Location.Source.Slice(reference.Location.Span).StartsWith("${")
            ? CodeFix.Unsafe($"Leave '${{{reference.Name}}}' to the script", new TextChange(reference.Location.Source, new(reference.Location.Span.Start, 0), "$"))
            : null;
    }

    private static bool IsInScript(VariableReference reference) => reference.Node.Style is ScalarStyle.Literal or ScalarStyle.Folded;
}
