namespace FluxLint.Kustomize.Output;

/// <summary>What the characters of a text allow for the way it is printed.</summary>
/// <param name="IsPlain">Whether it can stand without quotes.</param>
/// <param name="IsSingleQuoted">Whether it can stand in single quotes.</param>
/// <param name="IsBlock">Whether it can stand as a literal block.</param>
/// <param name="HasBreaks">Whether it has line breaks.</param>
internal readonly record struct ScalarShape(bool IsPlain, bool IsSingleQuoted, bool IsBlock, bool HasBreaks)
{
    public static ScalarShape Of(string value)
    {
        if (value.Length == 0)
            return new(IsPlain: true, IsSingleQuoted: true, IsBlock: false, HasBreaks: false);
        var hasIndicator = value.StartsWith("---", StringComparison.Ordinal) || value.StartsWith("...", StringComparison.Ordinal) || StartsWithIndicator(value);
        var (hasSpecial, hasBreaks, hasSpaceBreak, hasBreakSpace) = (false, false, false, false);
        var (afterSpace, afterBreak, afterBlank) = (false, false, true);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            hasIndicator |= i > 0 && ((c == ':' && IsBlankOrEnd(value, i + 1)) || (c == '#' && afterBlank));
            hasSpecial |= !IsPrintable(c);
            var isBreak = IsBreak(c);
            hasBreaks |= isBreak;
            hasBreakSpace |= c == ' ' && afterBreak;
            hasSpaceBreak |= isBreak && afterSpace;
            (afterSpace, afterBreak, afterBlank) = (c == ' ', isBreak, c is ' ' or '\t' || isBreak);
        }
        var hasBlankEnds = value[0] == ' ' || value[^1] == ' ' || hasBreaks;
        return new(
            IsPlain: !(hasBlankEnds || hasIndicator || hasSpecial),
            IsSingleQuoted: !(hasBreakSpace || hasSpaceBreak || hasSpecial),
            IsBlock: !(value[^1] == ' ' || hasSpaceBreak || hasSpecial),
            hasBreaks);
    }

    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether go-yaml prints it as it is. It knows no characters beyond 16 bits, and takes tabs for control characters.</summary>
    public static bool IsPrintable(char c) => c is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\uD7FF') or (>= '\uE000' and < '\uFEFF') or (> '\uFEFF' and <= '\uFFFD');

    private static bool StartsWithIndicator(string value) => value[0] switch
    {
        '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
        '?' or ':' or '-' => IsBlankOrEnd(value, 1),
        _ => false,
    };

    private static bool IsBlankOrEnd(string value, int at) => at >= value.Length || value[at] is ' ' or '\t';
}
