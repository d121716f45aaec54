using System.Collections.Immutable;

namespace FluxLint.Flux;

/// <summary>The variables of one Flux Kustomization. Immutable.</summary>
public sealed class SubstitutionVariables
{
    private readonly Dictionary<string, SubstitutionVariable> byName;
    private ImmutableArray<SubstitutionVariable> all;

    private SubstitutionVariables(Dictionary<string, SubstitutionVariable> byName, bool isComplete, bool isAlways)
    {
        this.byName = byName;
        IsComplete = isComplete;
        AreSubstituted = isAlways || !isComplete || byName.Count > 0;
    }

    /// <summary>No variables, and none that may come from elsewhere: Flux then substitutes nothing.</summary>
    public static SubstitutionVariables None { get; } = Of([]);

    /// <summary>Whether these are all; when a source of variables is not known, any name may have a value.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether Flux substitutes at all, or may do so: without any variable it leaves everything as it is, unless it is told otherwise.</summary>
    public bool AreSubstituted { get; }

    /// <summary>Whether no variable is known.</summary>
    public bool IsEmpty => byName.Count == 0;

    /// <summary>All variables, by name.</summary>
    public ImmutableArray<SubstitutionVariable> All => all.IsDefault ? all = [.. byName.Values.OrderBy(variable => variable.Name, StringComparer.Ordinal)] : all;

    /// <summary>Collects variables; of equal names the last one counts.</summary>
    /// <param name="variables">The variables, in the order that Flux loads them: <c>substituteFrom</c> entry by entry, then <c>substitute</c>.</param>
    /// <param name="isComplete">Whether all sources of variables are among them.</param>
    /// <param name="isAlways">Whether Flux substitutes even when there is no variable.</param>
    internal static SubstitutionVariables Of(IEnumerable<SubstitutionVariable> variables, bool isComplete = true, bool isAlways = false)
    {
        var byName = new Dictionary<string, SubstitutionVariable>(StringComparer.Ordinal);
        foreach (var variable in variables)
            byName[variable.Name] = variable;
        return new(byName, isComplete, isAlways);
    }

    /// <summary>The variable of a name; null when there is none.</summary>
    public SubstitutionVariable? Find(string name) => byName.GetValueOrDefault(name);
}
