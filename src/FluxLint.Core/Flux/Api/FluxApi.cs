namespace FluxLint.Flux;

/// <summary>A version of a Flux kind that has a successor.</summary>
/// <param name="ApiVersion">Group and version as manifests spell them.</param>
/// <param name="Kind">The kind.</param>
/// <param name="DeprecatedIn">The first minor version of Flux that has the successor.</param>
/// <param name="RemovedIn">The first minor version of Flux that does not serve this one; null when all that are known do.</param>
/// <param name="Successor">The version to write instead, as manifests spell it.</param>
public sealed record FluxApi(string ApiVersion, string Kind, Version DeprecatedIn, Version? RemovedIn, string Successor);
