using FluxLint.Kustomize;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>Why a template gives nothing, and which characters of it are to blame.</summary>
internal sealed class GoTemplateFault(string message, TextSpan span) : Exception(message)
{
    public TextSpan Span => span;

    /// <summary>What sort of problem it is.</summary>
    public BuildProblemKind Kind { get; init; } = BuildProblemKind.RenderGap;

    /// <summary>What was probably meant; null when nothing is near.</summary>
    public Suggestion? Meant { get; init; }
}
