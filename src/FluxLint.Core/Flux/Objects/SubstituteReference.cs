using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An entry of <c>postBuild.substituteFrom</c>: a ConfigMap or Secret, in the namespace of the Kustomization, whose keys are variables.</summary>
public sealed class SubstituteReference
{
    internal SubstituteReference(YamlMapping node) => Node = node;

    /// <summary>The entry.</summary>
    public YamlMapping Node { get; }

    /// <summary><c>ConfigMap</c> or <c>Secret</c>.</summary>
    public string? Kind => Node.Text("kind");

    /// <summary>Name of the object.</summary>
    public YamlScalar? Name => Node.Scalar("name");

    /// <summary>Whether the object may be missing; false unless it is said.</summary>
    public bool IsOptional => Node.IsTrue("optional");
}
