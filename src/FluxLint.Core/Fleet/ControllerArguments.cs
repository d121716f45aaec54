using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>What the controllers of Flux are started with on a cluster: the arguments of their rendered Deployments, and those that patches of FluxInstances add.</summary>
internal sealed class ControllerArguments
{
    private const string FeatureGates = "--feature-gates=";

    private readonly Dictionary<string, List<string>> arguments = new(StringComparer.Ordinal);

    public ControllerArguments(IEnumerable<Resource> deployments, IEnumerable<FluxInstance> instances)
    {
        foreach (var deployment in deployments)
        {
            if (Workload.PodSpec(deployment.Id, deployment.Root)?.Sequence("containers") is { } containers)
                Add(deployment.Id.Name, containers);
        }
        foreach (var instance in instances)
        {
            foreach (var patch in instance.Patches?.Items.OfType<YamlMapping>() ?? [])
                Add(instance, patch);
        }
    }

    /// <summary>Whether a controller has a flag, with whatever value but false.</summary>
    public bool Has(string controller, string flag) =>
        Of(controller).Exists(argument => argument.StartsWith(flag, StringComparison.Ordinal) && !argument.EndsWith("=false", StringComparison.Ordinal));

    /// <summary>Whether a gate of a controller is switched on or off; null when nothing is said of it. The last word counts.</summary>
    public bool? FeatureGate(string controller, string gate)
    {
        bool? state = null;
        foreach (var argument in Of(controller))
        {
            if (!argument.StartsWith(FeatureGates, StringComparison.Ordinal))
                continue;
            foreach (var setting in argument[FeatureGates.Length..].Split(','))
            {
                if (setting.Split('=') is [var name, var value] && name == gate && bool.TryParse(value, out var isOn))
                    state = isOn;
            }
        }
        return state;
    }

    private List<string> Of(string controller) => arguments.GetValueOrDefault(controller, []);

    /// <summary>Adds what a patch holds, of either form, to every controller that it is for.</summary>
    private void Add(FluxInstance instance, YamlMapping patch)
    {
        if (patch.Scalar("patch") is not { } written || YamlTree.ParseEmbedded(written).Documents is not [{ Root: { } root }, ..])
            return;
        var selector = patch.Mapping("target") is { } target ? Selector.Read(target).Selector : null;
        foreach (var controller in instance.Controllers)
        {
            if (selector?.Matches(controller) ?? (root as YamlMapping)?.At("metadata", "name") is YamlScalar name && name.Value == controller.Id.Name)
                Add(controller.Id.Name, root);
        }
    }

    private void Add(string controller, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar when scalar.Value.StartsWith("--", StringComparison.Ordinal):
                if (!arguments.TryGetValue(controller, out var known))
                    arguments[controller] = known = [];
                known.Add(scalar.Value);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Add(controller, item);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                    Add(controller, entry.Value);
                break;
        }
    }
}
