using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>One entry of <c>replacements</c>, or of a file that an entry names.</summary>
/// <param name="Source">Selects the object that the value comes from.</param>
/// <param name="SourceNode">The source as written.</param>
/// <param name="Path">The field that the value comes from.</param>
/// <param name="PathNode">The field as written; the source where none is.</param>
/// <param name="Options">Which part of the value is meant.</param>
/// <param name="Targets">Where the value goes.</param>
internal sealed record Replacement(
    ReplacementSelector Source, YamlMapping SourceNode, ImmutableArray<string> Path, YamlNode PathNode, ReplacementOptions Options, ImmutableArray<ReplacementTarget> Targets)
{
    /// <summary>The value itself, where the entry has it; null where it comes from an object.</summary>
    public YamlScalar? Literal { get; init; }
}
