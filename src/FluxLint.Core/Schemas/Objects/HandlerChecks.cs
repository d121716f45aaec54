using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A probe does one thing, and so does what runs when a container starts or stops (<c>validateHandler</c>).</summary>
internal static class HandlerChecks
{
    private static readonly string[] OfProbes = ["exec", "httpGet", "tcpSocket", "grpc"];
    private static readonly string[] OfLifecycle = ["exec", "httpGet", "tcpSocket", "sleep"];

    public static void Check(YamlMapping container, string at, ObjectReport report)
    {
        foreach (var probe in new[] { "livenessProbe", "readinessProbe", "startupProbe" })
        {
            Check(container, probe, at, OfProbes, report);
            if (probe != "readinessProbe" && container.Mapping(probe) is { } checkedOften && checkedOften.Number("successThreshold") is > 1 && checkedOften["successThreshold"] is { } threshold)
                report.Add(threshold, $"'{at}.{probe}.successThreshold' must be 1");
        }
        if (container.Mapping("lifecycle") is not { } lifecycle)
            return;
        foreach (var moment in new[] { "postStart", "preStop" })
            Check(lifecycle, moment, $"{at}.lifecycle", OfLifecycle, report);
    }

    private static void Check(YamlMapping owner, string name, string at, string[] handlers, ObjectReport report)
    {
        if (owner.Mapping(name) is not { } mapping || mapping.HasOpenKeys())
            return;
        var found = handlers.Where(mapping.Has).ToList();
        if (found.Count == 0)
            report.Add(owner.KeyOf(name) ?? mapping, $"'{at}.{name}' needs one of {string.Join(", ", handlers.Select(handler => $"'{handler}'"))}");
        else if (found.Count > 1)
            report.Add(mapping.KeyOf(found[1]) ?? mapping, $"'{at}.{name}' cannot have both '{found[0]}' and '{found[1]}'");
    }
}
