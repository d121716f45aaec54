using System.Collections.Frozen;

namespace FluxLint.Flux;

/// <summary>
/// The functions of ResourceSet templates that give the same everywhere: those of Go's <c>text/template</c>, the hermetic
/// ones of slim-sprig (<c>functions.go</c>), and <c>slugify</c> and <c>toYaml</c> of flux-operator.
/// </summary>
internal static class GoTemplateFunctions
{
    private static readonly FrozenDictionary<string, GoTemplateFunction> All =
        new[] { GoTemplateComparisons.All, GoTemplateTexts.All, GoTemplateNumbers.All, GoTemplateCollections.All }
            .SelectMany(functions => functions)
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of the functions.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The function of a name; null when there is none that could be carried out here.</summary>
    public static GoTemplateFunction? Find(string name) => All.GetValueOrDefault(name);
}
