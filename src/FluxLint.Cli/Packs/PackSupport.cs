using System.Diagnostics.CodeAnalysis;

namespace FluxLint.Cli.Packs;

/// <summary>Whether this program can load assemblies. The native one cannot, and has none of the code for packs in it.</summary>
internal static class PackSupport
{
    private const string Switch = "FluxLint.LoadsPacks";

    [FeatureSwitchDefinition(Switch)]
    public static bool IsSupported => !AppContext.TryGetSwitch(Switch, out var isOn) || isOn;
}
