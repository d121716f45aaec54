using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>A rule that an entry of <c>suppressions</c> names.</summary>
/// <param name="Node">An id, a name, or what ids start with.</param>
/// <param name="Ids">The ids that it means; one at least.</param>
internal sealed record SuppressedRule(YamlScalar Node, ImmutableArray<string> Ids);
