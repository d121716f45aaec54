using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>One step in the history of a field.</summary>
/// <param name="Step">What happened, as <see cref="ProvenanceStep"/> names it; <see cref="ProvenanceStep.Written"/> for a value as its manifest has it.</param>
/// <param name="Value">What the field held after the step.</param>
/// <param name="Cause">The entry that asked for the step; null for a value as its manifest has it.</param>
internal sealed record FieldOrigin(string Step, YamlNode Value, Location? Cause)
{
    private const int LongestShown = 60;

    /// <summary>Where the value of the step was written.</summary>
    public Location Location => Value.Location;

    /// <summary>The step in words, without a full stop.</summary>
    /// <param name="isShown">Whether the value may be shown.</param>
    internal RelatedLocation Describe(bool isShown)
    {
        var shown = isShown && Value is YamlScalar { Value: { Length: <= LongestShown } value } && !value.Contains('\n') ? $" '{value}'" : "";
        return new(Location, Cause is null ? $"written as{shown}" : Cause == Location ? $"set to{shown} by {Step}" : $"set to{shown} by the {Step} at {Cause}");
    }
}
