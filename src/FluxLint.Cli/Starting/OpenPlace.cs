namespace FluxLint.Cli.Starting;

/// <summary>A place of a new cluster that is to be filled in.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Key">The key of the value.</param>
internal sealed record OpenPlace(int Line, string Key);
