namespace FluxLint.Cli.Starting;

/// <summary>An entry that a namespace policy could have.</summary>
/// <param name="Key">What it goes by: <c>releases</c> or <c>paths</c>.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Namespace">The namespace.</param>
internal sealed record ProposedNamespace(string Key, string Pattern, string Namespace);
