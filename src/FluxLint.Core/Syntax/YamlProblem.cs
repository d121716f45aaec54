using FluxLint.Diagnostics;

namespace FluxLint.Syntax;

/// <summary>Something wrong with a file as YAML.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Location">The characters that cause it.</param>
/// <param name="Message">What was found and what was expected, without a full stop; for a duplicate, the key.</param>
/// <param name="Other">For a duplicate, the first of the two.</param>
public sealed record YamlProblem(YamlProblemKind Kind, Location Location, string Message, Location? Other = null);
