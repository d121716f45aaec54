using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>The arguments that the controllers of Flux start with on a cluster, as far as its manifests tell.</summary>
public sealed class ControllerFlags
{
    private const string DefaultServiceAccount = "--default-service-account";
    private const string NoCrossNamespaceRefs = "--no-cross-namespace-refs";

    private readonly HashSet<string> flags = new(StringComparer.Ordinal);
    private readonly bool isMultitenant;

    internal ControllerFlags(Cluster cluster)
    {
        foreach (var resource in cluster.Resources)
        {
            if (resource.Id is { Group: "apps", Kind: "Deployment" } && Workload.PodSpec(resource.Id, resource.Root)?.Sequence("containers") is { } containers)
                Read(resource.Id.Name, containers);
        }
        isMultitenant = cluster.Instances.Any(instance => instance.Cluster?.IsTrue("multitenant") == true);
    }

    /// <summary>Whether a controller acts as an account of the object's own namespace where the object names none.</summary>
    public bool HasDefaultServiceAccount(string controller) => isMultitenant || flags.Contains(controller + DefaultServiceAccount);

    /// <summary>Whether a controller refuses references to other namespaces.</summary>
    public bool RefusesCrossNamespaceRefs(string controller) => isMultitenant || flags.Contains(controller + NoCrossNamespaceRefs);

    private void Read(string controller, YamlSequence containers)
    {
        var arguments = containers.Items.OfType<YamlMapping>().SelectMany(container => container.Sequence("args")?.Items ?? []).OfType<YamlScalar>();
        foreach (var argument in arguments.Where(argument => !argument.Value.EndsWith("=false", StringComparison.Ordinal)))
        {
            if (argument.Value.StartsWith(DefaultServiceAccount, StringComparison.Ordinal) || argument.Value.StartsWith(NoCrossNamespaceRefs, StringComparison.Ordinal))
                flags.Add(controller + argument.Value.Split('=')[0]);
        }
    }
}
