using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>One operation of a JSON 6902 patch.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Path">Where it does it.</param>
/// <param name="From">Where <c>move</c> and <c>copy</c> take the value from; null for the others.</param>
/// <param name="Value">The value of <c>add</c>, <c>replace</c> and <c>test</c>; null where none is written.</param>
/// <param name="Node">The whole operation.</param>
internal sealed record JsonPatchOperation(JsonPatchKind Kind, JsonPointer Path, JsonPointer? From, YamlNode? Value, YamlMapping Node)
{
    /// <summary>The operation's name as it is written.</summary>
    public string Name => Kind switch
    {
        JsonPatchKind.Add => "add",
        JsonPatchKind.Remove => "remove",
        JsonPatchKind.Replace => "replace",
        JsonPatchKind.Move => "move",
        JsonPatchKind.Copy => "copy",
        _ => "test",
    };
}
