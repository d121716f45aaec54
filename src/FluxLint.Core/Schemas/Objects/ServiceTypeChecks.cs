using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Fields of a Service that only some types have (<c>validateServiceExternalTrafficPolicy</c>, <c>validateLoadBalancerClassField</c>).</summary>
internal static class ServiceTypeChecks
{
    private const int LongestAffinity = 86400;

    public static void Check(YamlMapping spec, string type, ObjectReport report)
    {
        if (type is not ("ClusterIP" or "NodePort" or "LoadBalancer" or "ExternalName"))
            return;
        if (type == "LoadBalancer")
            CheckRanges(spec, report);
        else
            CheckBalanced(spec, type, report);
        var isOutside = type is "LoadBalancer" or "NodePort" || type == "ClusterIP" && !spec.HasNone("externalIPs");
        if (!isOutside && spec.IsFilled("externalTrafficPolicy"))
            report.Add(spec.Place("externalTrafficPolicy"), $"'spec.externalTrafficPolicy' may not be set in a Service of the type '{type}', which takes no traffic from outside");
        if (spec.Number("healthCheckNodePort") is > 0 && (type != "LoadBalancer" || spec.Lacks("externalTrafficPolicy") || spec.Known("externalTrafficPolicy") is { Value: not "Local" }))
            report.Add(spec.Place("healthCheckNodePort"), "'spec.healthCheckNodePort' can only be set with the type 'LoadBalancer' and 'externalTrafficPolicy: Local'");
        if (spec.Text("sessionAffinity") == "ClientIP" && spec.At("sessionAffinityConfig", "clientIP") is YamlMapping client)
            report.Bound(client, "timeoutSeconds", ObjectPath.Spec["sessionAffinityConfig"]["clientIP"], 1, LongestAffinity);
    }

    private static void CheckBalanced(YamlMapping spec, string type, ObjectReport report)
    {
        foreach (var field in new[] { "loadBalancerClass", "allocateLoadBalancerNodePorts", "loadBalancerSourceRanges" })
        {
            if (spec.IsSet(field) && !(field == "loadBalancerSourceRanges" && spec.HasNone(field)))
                report.Add(spec.Place(field), $"'{ObjectPath.Spec[field]}' can only be set with the type 'LoadBalancer', not '{type}'");
        }
        if (type != "ExternalName")
            return;
        foreach (var field in new[] { "ipFamilies", "ipFamilyPolicy" })
        {
            if (spec.IsSet(field) && spec[field] is not YamlSequence { Items.IsEmpty: true })
                report.Add(spec.Place(field), $"'{ObjectPath.Spec[field]}' may not be set with the type 'ExternalName'");
        }
    }

    private static void CheckRanges(YamlMapping spec, ObjectReport report)
    {
        foreach (var (i, range) in spec.Texts("loadBalancerSourceRanges"))
        {
            if (AddressRanges.IsNoRange(range.Value.Trim()))
                report.Add(range, $"'{ObjectPath.Spec["loadBalancerSourceRanges", i]}' is '{range.Value}', which is no range such as '10.0.0.0/16'");
        }
    }
}
