using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Fields of which an object has one, such as the sources of a volume.</summary>
internal static class ChoiceChecks
{
    /// <summary>Whether there are several of some fields, which is reported.</summary>
    public static bool HasSeveral(YamlMapping mapping, ObjectPath at, string[] choices, ObjectReport report)
    {
        string? first = null;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is not { } name || Array.IndexOf(choices, name) < 0 || !mapping.IsSet(name))
                continue;
            if (first is null)
            {
                first = name;
                continue;
            }
            report.Add(entry.Key, $"'{at}' cannot have both '{first}' and '{name}'");
            return true;
        }
        return false;
    }

    /// <summary>Reports several of some fields, and none of them unless there is a field that is not known here.</summary>
    /// <param name="mapping">The mapping with the fields.</param>
    /// <param name="place">What to point at when there is none.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="choices">The fields.</param>
    /// <param name="others">The other fields that it may have.</param>
    /// <param name="report">What takes the problems.</param>
    public static void CheckOne(YamlMapping mapping, YamlNode place, ObjectPath at, string[] choices, string[] others, ObjectReport report)
    {
        if (!HasSeveral(mapping, at, choices, report) && mapping.HasOnly(others))
            report.Add(place, $"'{at}' needs one of {string.Join(", ", choices.Select(choice => $"'{choice}'"))}");
    }
}
