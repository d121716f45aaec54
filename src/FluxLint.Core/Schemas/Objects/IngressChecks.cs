using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>An Ingress leads somewhere, and its paths and backends are one thing each (<c>ValidateIngress</c>).</summary>
internal static class IngressChecks
{
    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    private static readonly string[] Backends = ["service", "resource"];

    public static void Check(YamlMapping root, YamlMapping spec, ObjectReport report)
    {
        if (spec.HasNone("rules") && !spec.Has("defaultBackend"))
            report.Add(spec.KeyOf("rules") ?? spec.Start(), "an Ingress has 'spec.rules' or 'spec.defaultBackend'");
        if (spec.Mapping("defaultBackend") is { } fallback)
            CheckBackend(fallback, spec.Place("defaultBackend"), ObjectPath.Spec["defaultBackend"], report);
        foreach (var (i, rule) in spec.Mappings("rules"))
            CheckRule(rule, ObjectPath.Spec["rules", i], report);
        foreach (var (i, tls) in spec.Mappings("tls"))
        {
            foreach (var (j, host) in tls.Texts("hosts"))
                IngressHosts.Check(host, ObjectPath.Spec["tls", i]["hosts", j], isRule: false, report);
        }
        if (spec.Known("ingressClassName") is { } name && root.At("metadata", "annotations") is YamlMapping annotations && annotations.Known(ClassAnnotation) is { } old && old.Value != name.Value)
            report.Add(name, $"'spec.ingressClassName' is '{name.Value}', and the annotation '{ClassAnnotation}' is '{old.Value}'");
    }

    private static void CheckRule(YamlMapping rule, ObjectPath at, ObjectReport report)
    {
        if (rule.Known("host") is { Value.Length: > 0 } host)
            IngressHosts.Check(host, at["host"], isRule: true, report);
        if (rule.Mapping("http") is not { } http)
            return;
        if (http.Sequence("paths") is { Items.IsEmpty: true })
            report.Add(http.Place("paths"), $"'{at["http"]["paths"]}' must not be empty");
        foreach (var (j, path) in http.Mappings("paths"))
            CheckPath(path, at["http"]["paths", j], report);
    }

    private static void CheckPath(YamlMapping path, ObjectPath at, ObjectReport report)
    {
        var type = path.Known("pathType")?.Value;
        var isMatched = type is "Exact" or "Prefix";
        if (isMatched && !path.Has("path"))
            report.Add(path["pathType"] ?? path, $"'{at["path"]}' is needed, as its type is '{type}'");
        else if ((isMatched || type == "ImplementationSpecific") && path.Known("path") is { } text)
            CheckText(text, at["path"], isMatched, report);
        if (path.Mapping("backend") is { } backend)
            CheckBackend(backend, path.Place("backend"), at["backend"], report);
    }

    private static void CheckText(YamlScalar path, ObjectPath at, bool isMatched, ObjectReport report)
    {
        var text = path.Value;
        if (!text.StartsWith('/') && (isMatched || text.Length > 0))
            report.Add(path, $"'{at}' must be absolute, and '{text}' does not start with '/'");
        else if (isMatched && IngressHosts.Forbidden(text) is { } part)
            report.Add(path, $"'{at}' must not have '{part}', as '{text}' does");
    }

    private static void CheckBackend(YamlMapping backend, YamlNode place, ObjectPath at, ObjectReport report)
    {
        if (backend.HasOpenKeys())
            return;
        ChoiceChecks.CheckOne(backend, place, at, Backends, [], report);
        if (backend.Mapping("service") is { } service && service.HasOnly("name", "port") && !service.Has("port"))
            report.Add(backend.Place("service"), $"'{at["service"]["port"]}' is needed");
        if (backend.At("service", "port") is not YamlMapping port || port.HasOpenKeys())
            return;
        var path = at["service"]["port"];
        if (port.IsFilled("name") && port.Number("number") is not (null or 0))
            report.Add(port.Place("number"), $"'{path}' cannot have both 'name' and 'number'");
        else if (port.Lacks("name") && (!port.Has("number") || port.Number("number") == 0) && port.HasOnly("name", "number"))
            report.Add(port.Start(), $"'{path}' needs 'name' or 'number'");
        PortChecks.CheckNumber(port, "number", path, report, isOptional: true);
        if (port.Known("name") is { Value.Length: > 0 } name)
            PortChecks.CheckName(name, path["name"], report);
    }
}
