using FluxLint.Schemas.Cel.Functions;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What a namespace may use (<c>ValidateResourceQuota</c>, <c>ValidateLimitRange</c>).</summary>
internal static class QuotaChecks
{
    /// <summary>Checks a ResourceQuota.</summary>
    public static void CheckQuota(YamlMapping spec, ObjectReport report)
    {
        foreach (var entry in spec.Mapping("hard")?.Entries ?? [])
        {
            if (entry.Name is { } name && !ValueTypes.HasVariable(name) && !ResourceNames.IsOfQuota(name))
                report.Add(entry.Key, $"'spec.hard' has '{name}', which is no resource that is counted; other kinds are counted as in 'count/{name}'");
        }
    }

    /// <summary>Checks a LimitRange.</summary>
    public static void CheckRange(YamlMapping spec, ObjectReport report)
    {
        foreach (var (i, limit) in spec.Mappings("limits"))
        {
            var at = ObjectPath.Spec["limits", i];
            foreach (var field in new[] { "min", "max", "default", "defaultRequest", "maxLimitRequestRatio" })
                CheckNames(limit, field, at, report);
            Compare(limit, "min", "max", at, report);
            Compare(limit, "min", "default", at, report);
            Compare(limit, "min", "defaultRequest", at, report);
            Compare(limit, "default", "max", at, report);
            Compare(limit, "defaultRequest", "max", at, report);
            Compare(limit, "defaultRequest", "default", at, report);
        }
    }

    private static void CheckNames(YamlMapping limit, string field, ObjectPath at, ObjectReport report)
    {
        if (limit.Known("type") is not { Value: "Container" or "Pod" } type)
            return;
        if (type.Value == "Pod" && field is "default" or "defaultRequest" && limit.Mapping(field) is { Entries.IsEmpty: false })
            report.Add(limit.Place(field), $"'{at[field]}' may not be set with the type 'Pod'");
        foreach (var entry in limit.Mapping(field)?.Entries ?? [])
        {
            if (entry.Name is { } name && !ValueTypes.HasVariable(name) && !ResourceNames.IsOfContainer(name))
                report.Add(entry.Key, $"'{at[field]}' has '{name}', and a container has {string.Join(", ", ResourceNames.Containers.Select(known => $"'{known}'"))}, or a resource with a prefix");
        }
    }

    private static void Compare(YamlMapping limit, string less, string more, ObjectPath at, ObjectReport report)
    {
        foreach (var entry in limit.Mapping(less)?.Entries ?? [])
        {
            if (entry.Name is { } name && entry.Value is YamlScalar low && limit.Mapping(more)?.Known(name) is { } high
                && Quantities.Parse(low.CanonicalValue) is { } small && Quantities.Parse(high.CanonicalValue) is { } great && small.CompareTo(great) > 0)
                report.Add(low, $"'{at[less][name]}' is {low.Value}, and '{more}' is {high.Value}, which is less");
        }
    }
}
