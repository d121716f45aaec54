using System.Collections.Immutable;

namespace FluxLint.Kustomize.Patching;

/// <summary>What was read from the text of a JSON 6902 patch.</summary>
/// <param name="Operations">The operations in order; empty when there is a problem.</param>
/// <param name="Problem">Why the patch cannot be read; null when it can.</param>
internal readonly record struct JsonPatchSyntax(ImmutableArray<JsonPatchOperation> Operations, PatchProblem? Problem);
