using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>An Ingress leads somewhere, and its paths and backends are one thing each (<c>ValidateIngress</c>).</summary>
internal static class IngressChecks
{
    public static void Check(YamlMapping spec, ObjectReport report)
    {
        if (!spec.Has("rules") && !spec.Has("defaultBackend"))
            report.Add(spec.Entries is [var first, ..] ? first.Key : spec, "an Ingress has 'spec.rules' or 'spec.defaultBackend'");
        if (spec.Mapping("defaultBackend") is { } fallback)
            CheckBackend(fallback, "spec.defaultBackend", report);
        foreach (var (i, rule) in spec.Mappings("rules"))
        {
            if (rule.Mapping("http") is not { } http)
                continue;
            foreach (var (j, path) in http.Mappings("paths"))
                CheckPath(path, $"spec.rules[{i}].http.paths[{j}]", report);
        }
    }

    private static void CheckPath(YamlMapping path, string at, ObjectReport report)
    {
        var type = path.Known("pathType")?.Value;
        if (type is "Exact" or "Prefix" && !path.Has("path"))
            report.Add(path["pathType"] ?? path, $"'{at}.path' is needed, as its type is '{type}'");
        else if (type is "Exact" or "Prefix" && path.Known("path") is { } text && !text.Value.StartsWith('/'))
            report.Add(text, $"'{at}.path' must be absolute, and '{text.Value}' does not start with '/'");
        if (path.Mapping("backend") is { } backend)
            CheckBackend(backend, $"{at}.backend", report);
    }

    private static void CheckBackend(YamlMapping backend, string at, ObjectReport report)
    {
        if (backend.HasOpenKeys())
            return;
        if (backend.Has("resource") && backend.Has("service"))
            report.Add(backend.KeyOf("resource") ?? backend, $"'{at}' cannot have both 'service' and 'resource'");
        if (backend.At("service", "port") is YamlMapping port && port.Has("name") && port.Has("number"))
            report.Add(port.KeyOf("number") ?? port, $"'{at}.service.port' cannot have both 'name' and 'number'");
    }
}
