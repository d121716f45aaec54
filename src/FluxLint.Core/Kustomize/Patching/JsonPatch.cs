using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>Reads and applies JSON 6902 patches, in JSON or YAML, as kustomize does.</summary>
internal static class JsonPatch
{
    /// <summary>Reads the operations of a patch, in which the last of two equal keys counts.</summary>
    public static JsonPatchSyntax Parse(YamlNode written)
    {
        var root = RepeatedKeys.KeepLast(written);
        if (root is not YamlSequence { Items: var items } sequence)
            return Fail(root, "a JSON 6902 patch is a list of operations");
        if (items.IsEmpty)
            return Fail(root, "the patch has no operations");
        if (StrictJson.IsExpectedOf(sequence) && StrictJson.FirstOffence(sequence) is { } offence)
            return Fail(offence, "a patch that starts with '[' must be JSON throughout, with names and text in double quotes");

        var operations = ImmutableArray.CreateBuilder<JsonPatchOperation>(items.Length);
        foreach (var item in items)
        {
            if (JsonPatchReader.Read(item, out var problem) is not { } operation)
                return new([], problem);
            operations.Add(operation);
        }
        return new(operations.MoveToImmutable(), null);
    }

    /// <summary>Patches a resource.</summary>
    /// <param name="target">The resource.</param>
    /// <param name="operations">The operations in order; the first that fails ends the patch.</param>
    /// <param name="cause">The entry of the kustomization that asks for the patch.</param>
    public static PatchResult Apply(YamlMapping target, ImmutableArray<JsonPatchOperation> operations, Location cause)
    {
        var hasAnnotations = target.At("metadata", "annotations") is YamlMapping;
        var document = hasAnnotations || !operations.Any(NamesAnnotations) ? target : WithAnnotations(target);
        foreach (var operation in operations)
        {
            var step = new JsonPatchStep(operation, cause);
            document = step.Apply(document);
            if (step.Problem is { } problem)
                return PatchResult.Of(problem);
            if ((operation.From is not null || operation.Value is YamlMapping or YamlSequence) && TreeSize.IsOver(document))
                return PatchResult.Of(new PatchProblem(operation.Path.Node, "with this operation, an object grows beyond what is worked on") { IsLimit = true });
        }
        return MissingIdentity(document) is { } missing && operations is [.., var last]
            ? PatchResult.Of(new PatchProblem(Culprit(operations, missing) ?? last.Path.Node, $"the patch leaves the resource without '{missing}'"))
            : PatchResult.Of((YamlMapping)RoundedNumbers.In(hasAnnotations ? document : WithoutEmptyAnnotations(document), cause));
    }

    private static string? MissingIdentity(YamlMapping document) =>
        document.Text("kind") is null ? "kind"
        : document.Mapping("metadata")?.Text("name") is null ? "metadata.name"
        : null;

    private static YamlNode? Culprit(ImmutableArray<JsonPatchOperation> operations, string missing) =>
        operations.LastOrDefault(operation => Touches(operation.Path, missing) || (operation.From is { } from && Touches(from, missing)))?.Path.Node;

    private static bool Touches(JsonPointer pointer, string field) => pointer.Steps is [var first, ..] && field.Split('.')[0] == first;

    // While kustomize builds, every resource has annotations of its own: a patch finds the mapping there in any case.
    private static YamlMapping WithAnnotations(YamlMapping target) =>
        target.Mapping("metadata") is { } metadata
            ? target.With("metadata", metadata.With("annotations", new YamlMapping(metadata.Source, metadata.Span, [])))
            : target;

    private static YamlMapping WithoutEmptyAnnotations(YamlMapping document) =>
        document.Mapping("metadata") is { } metadata && metadata["annotations"] is YamlMapping { Entries.IsEmpty: true }
            ? document.With("metadata", metadata.Without("annotations"))
            : document;

    private static bool NamesAnnotations(JsonPatchOperation operation) => IsAnnotations(operation.Path) || (operation.From is { } from && IsAnnotations(from));

    private static bool IsAnnotations(JsonPointer pointer) => pointer.Steps is ["metadata", "annotations", ..];

    private static JsonPatchSyntax Fail(YamlNode node, string message) => new([], new(node, message));
}
