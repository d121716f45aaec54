namespace FluxLint.Packs.Loading;

/// <summary>What the id of a rule looks like, so that comments, properties of builds and reports can name it.</summary>
internal static class RuleId
{
    private const int Longest = 40;

    public static bool IsValid(string? id) =>
        id is { Length: <= Longest } && char.IsAsciiLetterUpper(id[0]) && char.IsAsciiDigit(id[^1]) && id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
