using FluxLint.Diagnostics;

namespace FluxLint.Syntax;

/// <summary>How a node that is not as the file has it came to be.</summary>
/// <param name="Step">The kind of step, such as <c>patch</c>.</param>
/// <param name="Cause">The entry that asked for the step.</param>
/// <param name="Replaced">The node that stood there before; null when the step added it.</param>
public sealed record Derivation(string Step, Location Cause, YamlNode? Replaced)
{
    /// <summary>Whether a value of a Secret went into the node.</summary>
    internal bool HasSecret { get; init; }
}
