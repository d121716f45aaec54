using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The rights of a container or pod do not contradict each other (<c>ValidateSecurityContext</c>).</summary>
internal static class SecurityChecks
{
    private const long GreatestId = uint.MaxValue;

    /// <summary>Checks the rights of a container.</summary>
    public static void Check(YamlMapping security, ObjectPath at, ObjectReport report)
    {
        CheckShared(security, at, report);
        if (security["allowPrivilegeEscalation"] is not YamlScalar { Kind: ScalarKind.Boolean, CanonicalValue: "false" } denied)
            return;
        if (security.IsTrue("privileged"))
            report.Add(denied, $"'{at["allowPrivilegeEscalation"]}' cannot be false in a privileged container");
        else if (security.Mapping("capabilities")?.Texts("add").Any(capability => capability.Text.Value == "CAP_SYS_ADMIN") == true)
            report.Add(denied, $"'{at["allowPrivilegeEscalation"]}' cannot be false in a container with 'CAP_SYS_ADMIN'");
    }

    /// <summary>Checks what containers and pods both have.</summary>
    public static void CheckShared(YamlMapping security, ObjectPath at, ObjectReport report)
    {
        foreach (var id in new[] { "runAsUser", "runAsGroup", "fsGroup" })
            report.Bound(security, id, at, 0, GreatestId);
        CheckProfile(security, "seccompProfile", at, report);
        CheckProfile(security, "appArmorProfile", at, report);
    }

    private static void CheckProfile(YamlMapping security, string field, ObjectPath at, ObjectReport report)
    {
        if (security.Mapping(field) is not { } profile || profile.Known("type") is not { } type)
            return;
        if (type.Value == "Localhost" && !profile.Has("localhostProfile") && profile.HasOnly("type"))
            report.Add(type, $"'{at[field]["localhostProfile"]}' is needed with the type 'Localhost'");
        else if (type.Value is "RuntimeDefault" or "Unconfined" && profile.IsSet("localhostProfile"))
            report.Add(profile.Place("localhostProfile"), $"'{at[field]["localhostProfile"]}' can only be set with the type 'Localhost', not '{type.Value}'");
        else if (field == "seccompProfile")
            LocalPaths.Check(profile, "localhostProfile", at[field], report);
    }
}
