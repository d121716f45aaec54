using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>A container of a pod.</summary>
/// <param name="Node">The item of the list that it is in.</param>
/// <param name="Field">The list: <c>initContainers</c>, <c>containers</c> or <c>ephemeralContainers</c>.</param>
public sealed record PodContainer(YamlMapping Node, string Field)
{
    /// <summary>Its name; empty when it has none.</summary>
    public string Name => Node.Text("name") ?? "";

    /// <summary>What stands for it: its name, else its start.</summary>
    public YamlNode Start => (YamlNode?)Node.Scalar("name") ?? Node;

    /// <summary>The image that it runs.</summary>
    public YamlScalar? Image => Node.Scalar("image");

    /// <summary>Its own security context, which wins over that of the pod.</summary>
    public YamlMapping? SecurityContext => Node.Mapping("securityContext");

    internal static IEnumerable<PodContainer> Of(YamlMapping spec, string field) =>
        (spec.Sequence(field)?.Items.OfType<YamlMapping>() ?? []).Select(node => new PodContainer(node, field));
}
