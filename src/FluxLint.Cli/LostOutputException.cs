namespace FluxLint.Cli;

/// <summary>An output takes nothing. It is no <see cref="IOException"/>, which commands take for one of the files that they read.</summary>
/// <param name="message">Which output, and why.</param>
/// <param name="cause">What the system says.</param>
internal sealed class LostOutputException(string message, Exception cause) : Exception(message, cause);
