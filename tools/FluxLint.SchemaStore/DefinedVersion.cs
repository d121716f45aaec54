using FluxLint.Schemas;

namespace FluxLint.SchemaStore;

/// <summary>What a release says of a version of a kind.</summary>
internal sealed record DefinedVersion(string Group, string Kind, string Name, ResourceScope? Scope, VersionState State, Schema? Schema);
