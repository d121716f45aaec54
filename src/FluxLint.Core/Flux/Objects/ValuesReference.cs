using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An entry of <c>valuesFrom</c>: a ConfigMap or Secret, in the namespace of the HelmRelease, that holds values.</summary>
/// <remarks>Defaults as in helm-controller, api/v2/reference_types.go.</remarks>
public sealed class ValuesReference
{
    internal ValuesReference(YamlMapping node) => Node = node;

    /// <summary>The entry.</summary>
    public YamlMapping Node { get; }

    /// <summary><c>ConfigMap</c> or <c>Secret</c>.</summary>
    public string? Kind => Node.Text("kind");

    /// <summary>Name of the object.</summary>
    public YamlScalar? Name => Node.Scalar("name");

    /// <summary>The key that the values are at: <c>values.yaml</c> unless another is said.</summary>
    public string ValuesKey => Node.Text("valuesKey") is { Length: > 0 } key ? key : "values.yaml";

    /// <summary>What names the key; null when none does.</summary>
    public YamlScalar? KeyNode => Node.Scalar("valuesKey");

    /// <summary>The value that the key's content becomes; null when the content is merged as a whole.</summary>
    public YamlScalar? TargetPath => Node.Scalar("targetPath");

    /// <summary>Whether the object, or its key, may be missing; false unless it is said. Of the key fluxcd/pkg, chartutil/values.go, and the CRD say different things.</summary>
    public bool IsOptional => Node.IsTrue("optional");
}
