namespace FluxLint.Diagnostics;

/// <summary>A cause that may show in several places.</summary>
/// <param name="Name">What the rule calls it.</param>
/// <param name="Message">The message of the first place where there are as many others.</param>
internal sealed record SharedCause(string Name, Func<int, string> Message);
