namespace FluxLint.Kustomize.Patching;

/// <summary>What else than its text says how a strategic merge patch applies.</summary>
/// <param name="AllowNameChange">Whether the name in the patch becomes the name of the resource.</param>
/// <param name="AllowKindChange">Whether the kind in the patch becomes the kind of the resource.</param>
/// <param name="IsSelecting">
/// Whether the patch comes from an entry with a <c>target</c> or from <c>patchesStrategicMerge</c>. kustomize then reads its labels and
/// annotations as text, so that <c>null</c> does not delete one but sets it to the text <c>null</c>.
/// </param>
internal readonly record struct PatchOptions(bool AllowNameChange = false, bool AllowKindChange = false, bool IsSelecting = false);
