using FluxLint.Schemas.Cel.Functions;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A container asks for what there is, and for no more than it may use (<c>ValidateContainerResourceRequirements</c>).</summary>
internal static class ResourceChecks
{
    public static void Check(YamlMapping resources, ObjectPath at, ObjectReport report)
    {
        if (resources.Mapping("limits") is { } amounts)
            CheckNames(amounts, at["limits"], report);
        if (resources.Mapping("requests") is not { } requests)
            return;
        CheckNames(requests, at["requests"], report);
        if (resources["limits"] is YamlScalar { IsNull: false })
            return;
        var limits = resources.Mapping("limits");
        foreach (var entry in requests.Entries)
        {
            if (entry is not { Name: { } name, Value: YamlScalar { IsNull: false } request } || ValueTypes.HasVariable(name))
                continue;
            if (limits?.Has(name) == true)
                Compare(requests, limits, name, request, at, report);
            else if (!ResourceNames.IsShared(name) && limits?.HasOpenKeys() != true)
                report.Add(entry.Key, $"'{at["limits"]}' must have '{name}', too, which is not promised to more than there is of it");
        }
    }

    private static void Compare(YamlMapping requests, YamlMapping limits, string name, YamlScalar request, ObjectPath at, ObjectReport report)
    {
        if (Quantity(limits, name) is not var (limit, most) || Quantity(requests, name) is not var (_, asked))
            return;
        var difference = asked.CompareTo(most);
        if (difference > 0)
            report.Add(request, $"'{at["requests"]}' asks for {request.Value} of '{name}', and the limit is {limit.Value}");
        else if (difference < 0 && !ResourceNames.IsShared(name))
            report.Add(request, $"'{at["requests"]}' must ask for as much of '{name}' as the limit says, {limit.Value}");
    }

    private static void CheckNames(YamlMapping amounts, ObjectPath at, ObjectReport report)
    {
        foreach (var entry in amounts.Entries)
        {
            if (entry.Name is not { } name || ValueTypes.HasVariable(name) || entry.Value is YamlScalar { IsNull: true })
                continue;
            if (!ResourceNames.IsOfContainer(name))
                report.Add(entry.Key, $"'{at}' has '{name}', and a container has {string.Join(", ", ResourceNames.Containers.Select(known => $"'{known}'"))}, or a resource with a prefix such as 'example.com/gpu'");
            else if (Quantity(amounts, name) is var (node, amount))
                CheckAmount(name, node, amount, at, report);
        }
    }

    private static void CheckAmount(string name, YamlScalar node, Cel.CelValue.Quantity amount, ObjectPath at, ObjectReport report)
    {
        if (amount.Digits.Sign < 0)
            report.Add(node, $"'{at[name]}' must not be negative, and is {node.Value}");
        else if (ResourceNames.IsExtended(name) && !Quantities.IsWhole(amount))
            report.Add(node, $"'{at[name]}' must be a whole number, not {node.Value}");
    }

    private static (YamlScalar Node, Cel.CelValue.Quantity Value)? Quantity(YamlMapping quantities, string name) =>
        quantities.Known(name) is { } scalar && Quantities.Parse(scalar.CanonicalValue) is { } quantity ? (scalar, quantity) : null;
}
