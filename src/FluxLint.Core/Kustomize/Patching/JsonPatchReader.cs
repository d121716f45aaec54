using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>Reads one operation of a JSON 6902 patch.</summary>
internal static class JsonPatchReader
{
    private const string Operations = "'add', 'remove', 'replace', 'move', 'copy' and 'test'";

    public static JsonPatchOperation? Read(YamlNode item, out PatchProblem? problem)
    {
        if (item is not YamlMapping node)
            return Fail(item, "an operation of a JSON 6902 patch is a mapping with 'op' and 'path'", out problem);
        if (node["op"] is not { } op)
            return Fail(node, $"the operation has no 'op', which is one of {Operations}", out problem);
        if (KindOf(op) is not { } kind)
            return Fail(op, $"'{NodeText.Of(op)}' is not an operation; {Operations} are", out problem);
        if (Pointer(node, "path", out problem) is not { } path)
            return null;

        JsonPointer? from = null;
        if (kind is JsonPatchKind.Move or JsonPatchKind.Copy && (from = Pointer(node, "from", out problem)) is null)
            return null;
        if (kind == JsonPatchKind.Test && !node.Contains("value"))
            return Fail(node, "the 'test' has no 'value' to compare with", out problem);
        return new(kind, path, from, node["value"] is { } value ? YamlOneOne.Read(value) : null, node);
    }

    private static JsonPatchKind? KindOf(YamlNode op) => (op as YamlScalar)?.Value switch
    {
        "add" => JsonPatchKind.Add,
        "remove" => JsonPatchKind.Remove,
        "replace" => JsonPatchKind.Replace,
        "move" => JsonPatchKind.Move,
        "copy" => JsonPatchKind.Copy,
        "test" => JsonPatchKind.Test,
        _ => null,
    };

    private static JsonPointer? Pointer(YamlMapping node, string name, out PatchProblem? problem)
    {
        problem = node[name] switch
        {
            null => new(node, $"the operation has no '{name}'"),
            YamlScalar { Kind: ScalarKind.String } => null,
            { } other => new(other, $"the '{name}' of an operation is text"),
        };
        return problem is null && node[name] is YamlScalar text ? JsonPointer.Of(text) : null;
    }

    private static JsonPatchOperation? Fail(YamlNode node, string message, out PatchProblem problem)
    {
        problem = new(node, message);
        return null;
    }
}
