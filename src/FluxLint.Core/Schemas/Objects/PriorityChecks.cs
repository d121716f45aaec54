using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Priorities that are not kept for the system (<c>ValidatePriorityClass</c>).</summary>
internal static class PriorityChecks
{
    private const long Greatest = 1_000_000_000;

    public static void Check(YamlMapping root, string name, ObjectReport report)
    {
        if (name is "" or "system-cluster-critical" or "system-node-critical" || ValueTypes.HasVariable(name))
            return;
        if (name.StartsWith("system-", StringComparison.Ordinal))
            report.Add(root.At("metadata", "name") ?? root, "the name of a PriorityClass must not start with 'system-', which is kept for Kubernetes");
        else if (root.Number("value") is > Greatest and var value && root["value"] is { } node)
            report.Add(node, $"'value' must be at most {Greatest}, not {value}");
    }
}
