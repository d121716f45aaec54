using FluxLint.Syntax;

namespace FluxLint.Kubernetes;

/// <summary>A field of a pod that makes it safer or less safe, as it is set.</summary>
/// <param name="Value">The value.</param>
/// <param name="Name">The field, such as <c>privileged</c>.</param>
/// <param name="Subject">What it is a field of: <c>container 'web'</c>, or <c>the pods</c>.</param>
public sealed record HardenedField(YamlScalar Value, string Name, string Subject)
{
    private static readonly string[] OfContext = ["allowPrivilegeEscalation", "privileged", "readOnlyRootFilesystem", "runAsNonRoot", "runAsUser"];

    private static readonly string[] OfSpec = ["automountServiceAccountToken", "hostIPC", "hostNetwork", "hostPID"];

    /// <summary>Whether the value is the less safe one.</summary>
    public bool IsOff => IsOffWith(Value);

    /// <summary>Whether a value would be the less safe one.</summary>
    public bool IsOffWith(YamlScalar value) => Name switch
    {
        "readOnlyRootFilesystem" or "runAsNonRoot" => value.CanonicalValue == "false",
        "runAsUser" => value.CanonicalValue == "0",
        "seccompProfile" => value.Value == "Unconfined",
        _ => value.CanonicalValue == "true",
    };

    /// <summary>Whether a value is the safe one.</summary>
    public bool IsOnWith(YamlScalar value) => !IsOffWith(value) && Name switch
    {
        "runAsUser" => value.IsNumber,
        "seccompProfile" => value.Value is "RuntimeDefault" or "Localhost",
        _ => value.Kind == ScalarKind.Boolean,
    };

    /// <summary>The fields that a pod has.</summary>
    public static IEnumerable<HardenedField> Of(PodTemplate pod) =>
        Fields(pod.Spec, OfSpec, "the pods")
            .Concat(Context(pod.SecurityContext, "the pods"))
            .Concat(pod.Containers.SelectMany(container => Context(container.SecurityContext, $"container '{container.Name}'")));

    private static IEnumerable<HardenedField> Context(YamlMapping? context, string subject)
    {
        if (context is null)
            return [];
        var seccomp = context.At("seccompProfile", "type") is YamlScalar type ? [new HardenedField(type, "seccompProfile", subject)] : Array.Empty<HardenedField>();
        return Fields(context, OfContext, subject).Concat(seccomp);
    }

    private static IEnumerable<HardenedField> Fields(YamlMapping owner, string[] names, string subject) =>
        from name in names
        let value = owner.Scalar(name)
        where value is not null
        select new HardenedField(value, name, subject);
}
