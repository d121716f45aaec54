using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Suppressions;

/// <summary>One of the rules that a suppression names.</summary>
/// <param name="Text">An id, a name, or what ids start with, as it is written.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="Ids">The ids that it means; empty when there is no such rule.</param>
internal sealed record Selector(string Text, Location Location, ImmutableArray<string> Ids);
