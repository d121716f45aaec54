namespace FluxLint.Kustomize.Patching;

/// <summary>The operations of RFC 6902.</summary>
internal enum JsonPatchKind
{
    Add,
    Remove,
    Replace,
    Move,
    Copy,
    Test,
}
