using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>One step in the history of a field.</summary>
/// <param name="Step">What happened, as <see cref="Provenance"/> names it; <see cref="Provenance.Written"/> for a value as its manifest has it.</param>
/// <param name="Value">What the field held after the step.</param>
/// <param name="Cause">The entry that asked for the step; null for a value as its manifest has it.</param>
public sealed record FieldOrigin(string Step, YamlNode Value, Location? Cause)
{
    /// <summary>Where the value of the step was written.</summary>
    public Location Location => Value.Location;
}
