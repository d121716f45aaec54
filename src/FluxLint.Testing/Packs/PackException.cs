namespace FluxLint.Testing;

/// <summary>A pack does not keep to a check of <see cref="PackRunner"/>.</summary>
/// <param name="message">What is wrong, a line each.</param>
public sealed class PackException(string message) : Exception(message);
