namespace FluxLint.Cli.Git;

/// <summary>Says why git does not give what it is asked for, in a sentence for the user.</summary>
internal sealed class GitException(string message) : IOException(message);
