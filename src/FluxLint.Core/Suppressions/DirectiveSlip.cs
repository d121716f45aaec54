using FluxLint.Diagnostics;

namespace FluxLint.Suppressions;

/// <summary>A comment that is surely meant as a directive, and is none.</summary>
/// <param name="Location">The comment.</param>
/// <param name="Written">How it starts.</param>
/// <param name="Meant">How it should.</param>
internal sealed record DirectiveSlip(Location Location, string Written, string Meant);
