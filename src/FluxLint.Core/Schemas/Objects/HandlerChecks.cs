using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A probe does one thing, and so does what runs when a container starts or stops (<c>validateProbe</c>, <c>validateHandler</c>).</summary>
internal static class HandlerChecks
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Moments = ["postStart", "preStop"];
    private static readonly string[] OfProbes = ["exec", "httpGet", "tcpSocket", "grpc"];
    private static readonly string[] OfLifecycle = ["exec", "httpGet", "tcpSocket", "sleep"];
    private static readonly string[] Numbers = ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"];
    private static readonly string[] BesideProbes = [.. Numbers, "terminationGracePeriodSeconds"];

    /// <summary>Checks the probes of a container, and what runs when it starts or stops.</summary>
    /// <param name="container">The container.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="grace">The seconds that the pod has to end; null when they are not known.</param>
    /// <param name="report">What takes the problems.</param>
    public static void Check(YamlMapping container, ObjectPath at, long? grace, ObjectReport report)
    {
        foreach (var name in Probes)
        {
            if (container.Mapping(name) is { } probe && !probe.HasOpenKeys())
                CheckProbe(probe, container.Place(name), name, at[name], report);
        }
        if (container.Mapping("lifecycle") is not { } lifecycle)
            return;
        foreach (var moment in Moments)
        {
            if (lifecycle.Mapping(moment) is not { } handler || handler.HasOpenKeys())
                continue;
            var path = at["lifecycle"][moment];
            ChoiceChecks.CheckOne(handler, lifecycle.Place(moment), path, OfLifecycle, [], report);
            CheckHandlers(handler, path, report);
            if (handler.Mapping("sleep") is { } sleep && sleep.Number("seconds") is { } seconds && sleep["seconds"] is { } node && seconds > grace)
                report.Add(node, $"'{path["sleep"]["seconds"]}' is {seconds}, and must be at most 'terminationGracePeriodSeconds', which is {grace}");
        }
    }

    /// <summary>Reports the probes of a container that ends before others start.</summary>
    public static void CheckNone(YamlMapping container, ObjectPath at, ObjectReport report)
    {
        foreach (var name in Probes.Append("lifecycle"))
        {
            if (container.IsSet(name))
                report.Add(container.Place(name), $"'{at[name]}' may not be set, as an init container without 'restartPolicy: Always' ends before others start");
        }
    }

    private static void CheckProbe(YamlMapping probe, YamlNode place, string name, ObjectPath at, ObjectReport report)
    {
        ChoiceChecks.CheckOne(probe, place, at, OfProbes, BesideProbes, report);
        CheckHandlers(probe, at, report);
        foreach (var number in Numbers)
            report.Bound(probe, number, at, 0);
        if (name != "readinessProbe")
        {
            report.Bound(probe, "terminationGracePeriodSeconds", at, 1);
            if (probe.Number("successThreshold") is > 1 && probe["successThreshold"] is { } threshold)
                report.Add(threshold, $"'{at["successThreshold"]}' must be 1");
        }
        else if (probe.IsSet("terminationGracePeriodSeconds"))
        {
            report.Add(probe.Place("terminationGracePeriodSeconds"), $"'{at["terminationGracePeriodSeconds"]}' may not be set, as a readiness probe ends nothing");
        }
    }

    private static void CheckHandlers(YamlMapping owner, ObjectPath at, ObjectReport report)
    {
        if (owner.Mapping("exec") is { } exec && exec.HasOnly("command") && exec.HasNone("command"))
            report.Add(exec.KeyOf("command") ?? owner.Place("exec"), $"'{at["exec"]["command"]}' must not be empty");
        foreach (var handler in new[] { "httpGet", "tcpSocket" })
        {
            if (owner.Mapping(handler) is { } request)
                PortChecks.CheckTarget(request, "port", at[handler], report);
        }
        if (owner.Mapping("grpc") is { } grpc)
            PortChecks.CheckNumber(grpc, "port", at["grpc"], report);
        if (owner.Mapping("httpGet") is not { } get)
            return;
        foreach (var (i, header) in get.Mappings("httpHeaders"))
        {
            if (header.Known("name") is { } name && !(name.Value.Length > 0 && name.Value.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')))
                report.Add(name, $"'{at["httpGet"]["httpHeaders", i]["name"]}' may only hold letters, digits and '-', and '{name.Value}' has others");
        }
    }
}
