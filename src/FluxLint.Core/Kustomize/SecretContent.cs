using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>Knows what of a Secret nobody should be shown who has not asked for it: reports go to more people than the repository does.</summary>
internal static class SecretContent
{
    public const string Kind = "Secret";

    /// <summary>What stands in the place of a value.</summary>
    public const string Stand = "a value";

    /// <summary>Whether an object is a Secret.</summary>
    public static bool IsSecret(YamlMapping root) => root.Text("kind") == Kind;

    /// <summary>Whether a field of a Secret tells it from another, which is no secret itself.</summary>
    public static bool IsOpen(FieldPath path) => path.Steps is [{ Name: "apiVersion" or "kind" or "type" or "immutable" }, ..] or [{ Name: "metadata" }, { Name: "name" or "namespace" or "labels" }, ..];
}
