using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>The version of a product that the fleet runs.</summary>
/// <param name="Version">Major, minor and patch; the patch is 0 where none is written.</param>
/// <param name="Node">The scalar that holds it.</param>
public sealed record VersionSetting(Version Version, YamlScalar Node)
{
    /// <summary>Whether a lint is to find what would be wrong with the version, and no file has it.</summary>
    public bool IsAssumed { get; internal init; }

    /// <summary>Reads such as <c>2.8</c>, <c>v2.8.1</c>; null for anything else.</summary>
    internal static Version? Parse(string text)
    {
        var parts = (text.StartsWith('v') ? text[1..] : text).Split('.');
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        return numbers switch
        {
            [>= 0 and var major, >= 0 and var minor] => new(major, minor, 0),
            [>= 0 and var major, >= 0 and var minor, >= 0 and var patch] => new(major, minor, patch),
            _ => null,
        };
    }
}
