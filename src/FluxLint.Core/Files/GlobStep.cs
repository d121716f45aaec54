namespace FluxLint.Files;

/// <summary>One step of a compiled pattern.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Character">The character of <see cref="GlobStepKind.Character"/>.</param>
/// <param name="Target">The first step that <see cref="GlobStepKind.Fork"/> goes on with.</param>
/// <param name="Other">The second one.</param>
/// <param name="Class">The set of <see cref="GlobStepKind.Class"/>.</param>
internal sealed record GlobStep(GlobStepKind Kind, char Character = '\0', int Target = 0, int Other = 0, CharacterClass? Class = null)
{
    public bool Takes(char c) => Kind switch
    {
        GlobStepKind.Character => c == Character,
        GlobStepKind.InPart => c != '/',
        GlobStepKind.Any => true,
        GlobStepKind.Class => Class is { } set && set.Contains(c),
        _ => false,
    };
}
