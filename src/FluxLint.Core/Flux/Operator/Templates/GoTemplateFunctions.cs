using System.Collections.Frozen;

namespace FluxLint.Flux;

/// <summary>
/// The functions of ResourceSet templates that give the same everywhere: those of Go's <c>text/template</c>, the hermetic
/// ones of slim-sprig (<c>functions.go</c>), and <c>slugify</c> and <c>toYaml</c> of flux-operator. A function that finds its arguments
/// unfit throws a <see cref="FormatException"/>, an <see cref="InvalidCastException"/> or an <see cref="IndexOutOfRangeException"/>.
/// </summary>
internal static class GoTemplateFunctions
{
    private static readonly FrozenDictionary<string, Func<object?[], object?>> All =
        new[] { GoTemplateComparisons.All, GoTemplateTexts.All, GoTemplateNumbers.All, GoTemplateCollections.All }
            .SelectMany(functions => functions)
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The function of a name; null when there is none that could be carried out here.</summary>
    public static Func<object?[], object?>? Find(string name) => All.GetValueOrDefault(name);
}
