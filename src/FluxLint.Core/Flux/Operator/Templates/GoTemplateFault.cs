using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>Why a template gives nothing, and which characters of it are to blame.</summary>
internal sealed class GoTemplateFault(string message, TextSpan span) : Exception(message)
{
    public TextSpan Span => span;

    /// <summary>Whether the template may be right, and only takes more than is spent on it.</summary>
    public bool IsLimit { get; init; }
}
