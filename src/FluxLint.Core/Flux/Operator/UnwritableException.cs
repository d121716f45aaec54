using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>Why a ResourceSet cannot be expanded here, and what is to blame.</summary>
internal sealed class UnwritableException(string message, Location location) : Exception(message)
{
    public Location Location => location;

    /// <summary>What sort of problem it is.</summary>
    public BuildProblemKind Kind { get; init; } = BuildProblemKind.RenderGap;

    /// <summary>What was probably meant; null when nothing is near.</summary>
    public Suggestion? Meant { get; init; }
}
