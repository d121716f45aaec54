namespace FluxLint.Fleet;

/// <summary>What the arguments that the controllers of Flux start with on a cluster mean, as far as its manifests tell.</summary>
public sealed class ControllerFlags
{
    private readonly ControllerArguments arguments;
    private readonly bool isMultitenant;

    internal ControllerFlags(Cluster cluster)
    {
        arguments = cluster.Arguments;
        isMultitenant = cluster.Instances.Any(instance => instance.Cluster?.IsTrue("multitenant") == true);
    }

    /// <summary>Whether a controller acts as an account of the object's own namespace where the object names none.</summary>
    public bool HasDefaultServiceAccount(string controller) => isMultitenant || arguments.Has(controller, "--default-service-account");

    /// <summary>Whether a controller refuses references to other namespaces.</summary>
    public bool RefusesCrossNamespaceRefs(string controller) => isMultitenant || arguments.Has(controller, "--no-cross-namespace-refs");
}
