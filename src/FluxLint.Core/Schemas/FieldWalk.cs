using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Schemas;

/// <summary>Follows the names of fields through a schema, as people write them: lists are passed over.</summary>
internal static class FieldWalk
{
    /// <summary>The path as it was followed, with the fields in their own case.</summary>
    /// <param name="schema">Where it starts.</param>
    /// <param name="names">The fields, from the outermost.</param>
    /// <param name="found">Where it leads; null when it leads nowhere.</param>
    /// <param name="problem">Why it leads nowhere; empty otherwise.</param>
    public static string Follow(Schema schema, ImmutableArray<string> names, out Schema? found, out string problem)
    {
        var path = ImmutableArray<string>.Empty;
        (found, problem) = (schema, "");
        foreach (var name in names)
        {
            var level = found;
            while (level is { Properties: null, Items: { } items })
                level = items;
            var (known, next) = Step(level, name, isMetadata: path.IsEmpty && name == "metadata");
            if (next is null)
            {
                var hint = Suggestion.For(name, level.PropertyNames)?.Question ?? (level.PropertyNames.Any() ? $"there are {string.Join(", ", level.PropertyNames)}" : "it has no fields that are declared");
                problem = $"there is no field '{string.Join('.', path.Add(name))}'; {hint}";
                found = null;
                return "";
            }
            path = path.Add(known);
            found = next;
        }
        return string.Join('.', path);
    }

    private static (string Name, Schema? Schema) Step(Schema level, string name, bool isMetadata)
    {
        var known = level.Property(name) is null ? level.PropertyNames.FirstOrDefault(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name : name;
        var field = level.Property(known) ?? level.AdditionalProperties;
        // Definitions leave it to Kubernetes.
        if (isMetadata && field?.Properties is null)
            field = SchemaStores.Kubernetes.Find("", "ConfigMap")?.Find("v1")?.Schemas[0].Property("metadata") ?? field;
        return (known, field ?? (level.KeepsUnknownFields || level.AllowsAdditional ? SchemaReader.Anything : null));
    }
}
