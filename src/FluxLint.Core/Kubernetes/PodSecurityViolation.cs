using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>A field of a pod that a level of the Pod Security Standards forbids, or one that it asks for and that is not there.</summary>
/// <param name="Node">The value, or what stands for where it should be.</param>
/// <param name="Control">What the pod does, in words that follow its name.</param>
/// <param name="Subject">What in the pod does it: a container, a capability, a path.</param>
public sealed record PodSecurityViolation(YamlNode Node, string Control, string Subject);
