using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The environment of a container comes from one place each (<c>ValidateEnv</c>, <c>ValidateEnvFrom</c>).</summary>
internal static class EnvironmentChecks
{
    private static readonly string[] Sources = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef"];
    private static readonly string[] WholeSources = ["configMapRef", "secretRef"];

    public static void Check(YamlMapping container, ObjectPath at, ObjectReport report)
    {
        foreach (var (i, variable) in container.Mappings("env"))
            CheckVariable(variable, at["env", i], report);
        foreach (var (i, source) in container.Mappings("envFrom"))
        {
            var path = at["envFrom", i];
            ChoiceChecks.CheckOne(source, source.Start(), path, WholeSources, ["prefix"], report);
            foreach (var name in WholeSources)
            {
                if (source.Mapping(name) is { } reference && reference.HasOnly("name", "optional"))
                    report.Need(reference, "name", path[name]);
            }
        }
    }

    private static void CheckVariable(YamlMapping variable, ObjectPath at, ObjectReport report)
    {
        // Releases since 1.30 take almost any other character.
        if (variable.Known("name") is { Kind: ScalarKind.String } name && name.Value.AsSpan().IndexOfAnyExceptInRange(' ', '~') is var odd && (odd >= 0 || name.Value.Contains('=')))
            report.Add(name, $"'{at["name"]}' must be of printable ASCII characters without '=', and '{name.Value}' is not");
        if (variable.Mapping("valueFrom") is not { } from || from.HasOpenKeys())
            return;
        var path = at["valueFrom"];
        if (variable.IsFilled("value") && Sources.Any(from.IsSet))
            report.Add(variable.Place("valueFrom"), $"'{at}' cannot have both 'value' and 'valueFrom'");
        else
            ChoiceChecks.CheckOne(from, variable.Place("valueFrom"), path, Sources, [], report);
        CheckKey(from, "configMapKeyRef", path, report);
        CheckKey(from, "secretKeyRef", path, report);
        if (from.Mapping("fieldRef") is { } field)
            DownwardChecks.CheckField(field, path["fieldRef"], isFile: false, report);
        if (from.Mapping("resourceFieldRef") is { } resource)
            DownwardChecks.CheckResource(resource, path["resourceFieldRef"], report);
    }

    private static void CheckKey(YamlMapping from, string name, ObjectPath at, ObjectReport report)
    {
        if (from.Mapping(name) is not { } reference || !reference.HasOnly("name", "key", "optional"))
            return;
        report.Need(reference, "name", at[name]);
        if (reference.Known("key") is { Value: "" } key)
            report.Add(key, $"'{at[name]["key"]}' must not be empty");
    }
}
