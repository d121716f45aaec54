using FluxLint.Schemas.Cel.Functions;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A container asks for no more than it may use (<c>ValidateContainerResourceRequirements</c>).</summary>
internal static class ResourceChecks
{
    public static void Check(YamlMapping resources, string at, ObjectReport report)
    {
        if (resources.Mapping("requests") is not { } requests || resources.Mapping("limits") is not { } limits)
            return;
        foreach (var entry in requests.Entries)
        {
            if (entry is not { Name: { } name, Value: YamlScalar request } || Quantity(limits, name) is not var (limit, most) || Quantity(requests, name) is not var (_, asked))
                continue;
            var difference = asked.CompareTo(most);
            if (difference > 0)
                report.Add(request, $"'{at}.requests' asks for {request.Value} of '{name}', and the limit is {limit.Value}");
            else if (difference < 0 && !IsShared(name))
                report.Add(request, $"'{at}.requests' must ask for as much of '{name}' as the limit says, {limit.Value}");
        }
    }

    /// <summary>Whether a resource may be promised to more than there is of it.</summary>
    private static bool IsShared(string name) => (!name.Contains('/') || name.StartsWith("kubernetes.io/", StringComparison.Ordinal)) && !name.StartsWith("hugepages-", StringComparison.Ordinal);

    private static (YamlScalar Node, Cel.CelValue.Quantity Value)? Quantity(YamlMapping quantities, string name) =>
        quantities.Known(name) is { } scalar && Quantities.Parse(scalar.CanonicalValue) is { } quantity ? (scalar, quantity) : null;
}
