using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A place that refers to a variable, such as <c>${NAME}</c> or <c>${NAME:=default}</c>.</summary>
/// <param name="Name">The name of the variable.</param>
/// <param name="Location">The reference from <c>$</c> to <c>}</c>; the whole scalar where the file spells it otherwise.</param>
/// <param name="HasDefault">Whether it says what to take for a variable that is undefined or empty.</param>
/// <param name="IsEscaped">Whether it is written with <c>$$</c>, so that Flux leaves it, with one <c>$</c>, to somebody else.</param>
/// <param name="Node">The scalar that it stands in, which may be a key.</param>
public sealed record VariableReference(string Name, Location Location, bool HasDefault, bool IsEscaped, YamlScalar Node);
