namespace FluxLint.Suppressions;

/// <summary>The part of a file in which a rule is suppressed.</summary>
/// <param name="Directive">The directive that says so.</param>
/// <param name="Selector">The rule as it is written there.</param>
/// <param name="Id">The id of a rule that this means.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">The place behind the last one.</param>
internal sealed record InlineRange(Directive Directive, Selector Selector, string Id, int Start, int End)
{
    /// <summary>Whether something that starts at a character is in it.</summary>
    public bool Covers(int position) => Start <= position && position < End;
}
