using FluxLint.Syntax;

namespace FluxLint.Kustomize.Generators;

/// <summary>A key of a generated object with its value, and the item of the kustomization that gives it.</summary>
internal sealed record DataItem(string Key, DataContent Content, YamlScalar Place);
