using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Whether something installs CRDs.</summary>
/// <param name="IsOn">Whether it does; null when that is not known.</param>
/// <param name="Node">What switches it off; null when nothing is written.</param>
internal sealed record CrdSwitch(bool? IsOn, YamlScalar? Node)
{
    public static CrdSwitch On { get; } = new(true, null);

    public static CrdSwitch OffByDefault { get; } = new(false, null);

    public static CrdSwitch Unknown { get; } = new(null, null);

    public static CrdSwitch Off(YamlScalar node) => new(false, node);

    /// <summary>On when both are, off when one is.</summary>
    public static CrdSwitch Both(CrdSwitch first, CrdSwitch second) =>
        first.IsOn == false ? first : second.IsOn == false ? second : first.IsOn == true ? second : first;
}
