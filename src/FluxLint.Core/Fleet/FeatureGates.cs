using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>The feature gates of the Flux controllers of a cluster.</summary>
internal static class FeatureGates
{
    /// <summary>Whether a cluster switches a gate of a controller on: in its rendered Deployment, or in a patch of its FluxInstance.</summary>
    public static bool IsOn(Cluster cluster, string controller, string gate)
    {
        var written = $"{gate}=true";
        return cluster.Resources.Any(resource => resource.Id.Kind == "Deployment" && resource.Id.Name == controller && Holds(resource.Root["spec"], written))
            || cluster.Instances.Any(instance => Holds(instance.Patches, written));
    }

    private static bool Holds(YamlNode? node, string text) => node switch
    {
        YamlScalar scalar => scalar.Value.Contains(text, StringComparison.Ordinal),
        YamlSequence sequence => sequence.Items.Any(item => Holds(item, text)),
        YamlMapping mapping => mapping.Entries.Any(entry => Holds(entry.Value, text)),
        _ => false,
    };
}
