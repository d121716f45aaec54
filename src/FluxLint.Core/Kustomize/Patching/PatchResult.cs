using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>What became of a resource that a patch was applied to.</summary>
/// <param name="Value">The patched resource; null when the patch deletes it or does not apply.</param>
/// <param name="Problem">Why the patch does not apply; null when it does.</param>
internal readonly record struct PatchResult(YamlMapping? Value, PatchProblem? Problem)
{
    /// <summary>Whether the patch takes the whole resource away.</summary>
    public bool IsDeleted => Value is null && Problem is null;

    public static PatchResult Of(YamlMapping? value) => new(value, null);

    public static PatchResult Of(PatchProblem problem) => new(null, problem);
}
