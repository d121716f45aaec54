using System.Collections.Immutable;

namespace FluxLint.Testing;

/// <summary>What came of running a page.</summary>
/// <param name="Text">The page as it should be, with what is generated in it.</param>
/// <param name="Problems">Blocks that do not give what the page says, one sentence a problem.</param>
public sealed record PageResult(string Text, ImmutableArray<string> Problems);
