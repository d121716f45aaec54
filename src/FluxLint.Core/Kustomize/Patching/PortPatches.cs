using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>
/// Patches of ports that kustomize drops without a word: it takes a port by its number and protocol, and where the patch or the object alone writes
/// <c>protocol: TCP</c>, neither is found in the other (findings/kustomize-port-patch-lost.sh).
/// </summary>
internal static class PortPatches
{
    // Items of long lists are not held against each other: most likely they are there.
    private const int MostItems = 64;

    /// <summary>Whether an object that a patch leaves as it is lacks what the patch says of a port.</summary>
    public static bool AreLost(YamlNode target, YamlNode patch) => (target, patch) switch
    {
        (YamlMapping here, YamlMapping said) => said.Entries.Any(entry => entry.Name is { } name && here[name] is { } value && (name == "ports" ? Lacks(value, entry.Value) : AreLost(value, entry.Value))),
        (YamlSequence here, YamlSequence said) when AreFew(here, said) => said.Items.OfType<YamlMapping>().Any(item => here.Items.OfType<YamlMapping>().Any(other => other.Text("name") == item.Text("name") && AreLost(other, item))),
        _ => false,
    };

    private static bool Lacks(YamlNode ports, YamlNode said) =>
        ports is YamlSequence here && said is YamlSequence patched && AreFew(here, patched)
        && patched.Items.OfType<YamlMapping>().Any(port => !port.Entries.Any(entry => entry.Name is ['$', ..]) && !here.Items.OfType<YamlMapping>().Any(other => HasAll(other, port)));

    private static bool AreFew(YamlSequence here, YamlSequence said) => here.Items.Length <= MostItems && said.Items.Length <= MostItems;

    private static bool HasAll(YamlMapping port, YamlMapping said) => said.Entries.All(entry => entry.Name is { } name && YamlNode.DataEquals(port[name], entry.Value));
}
