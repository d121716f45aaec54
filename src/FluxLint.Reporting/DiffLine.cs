namespace FluxLint.Reporting;

/// <summary>A line of a diff.</summary>
/// <param name="Sign">A blank for a line that stays, <c>-</c> for one that goes, <c>+</c> for one that comes.</param>
/// <param name="Text">The line with its break.</param>
internal readonly record struct DiffLine(char Sign, string Text)
{
    public static DiffLine Kept(string text) => new(' ', text);

    public static DiffLine Removed(string text) => new('-', text);

    public static DiffLine Added(string text) => new('+', text);
}
