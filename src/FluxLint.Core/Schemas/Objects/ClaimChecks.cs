using FluxLint.Schemas.Cel.Functions;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A claim says how much storage it wants, and for whom (<c>ValidatePersistentVolumeClaimSpec</c>).</summary>
internal static class ClaimChecks
{
    public static void Check(YamlMapping spec, ObjectPath at, ObjectReport report)
    {
        if (spec.HasOpenKeys())
            return;
        var storage = spec.At("resources", "requests", "storage");
        var path = at["resources"]["requests"]["storage"];
        var isMissing = storage is null or YamlScalar { IsNull: true } && !IsOpen(spec, "resources") && !IsOpen(spec.Mapping("resources"), "requests") && !spec.IsMisspelt("resources");
        CheckModes(spec, at, isMissing && !spec.Has("resources") ? [path] : [], report);
        if (isMissing && spec.Has("resources"))
            report.Add(spec.Place("resources"), $"'{path}' is needed");
        else if (storage is YamlScalar amount && Quantities.Parse(amount.CanonicalValue) is { Digits.Sign: <= 0 })
            report.Add(amount, $"'{path}' must be more than 0, not {amount.Value}");
        RequirementChecks.CheckSelector(spec, "selector", at, report);
    }

    /// <summary>Checks how a volume may be mounted, and reports what it lacks besides.</summary>
    public static void CheckModes(YamlMapping spec, ObjectPath at, ObjectPath[] missing, ObjectReport report)
    {
        if (spec.Has("accessModes") && spec.HasNone("accessModes"))
            report.Add(spec.Place("accessModes"), $"'{at["accessModes"]}' needs at least one mode, such as 'ReadWriteOnce'");
        ObjectPath[] needed = spec.Has("accessModes") || spec.IsMisspelt("accessModes") ? missing : [at["accessModes"], .. missing];
        if (needed.Length > 0)
            report.Add(spec.Start(), $"{string.Join(" and ", needed.Select(field => $"'{field}'"))} {(needed.Length == 1 ? "is" : "are")} needed");
        var modes = spec.Texts("accessModes").Select(mode => mode.Text).ToList();
        if (modes.Find(mode => mode.Value == "ReadWriteOncePod") is { } single && modes.Exists(mode => mode.Value is "ReadWriteOnce" or "ReadOnlyMany" or "ReadWriteMany"))
            report.Add(single, $"'{at["accessModes"]}' cannot have other modes than 'ReadWriteOncePod' with it");
    }

    private static bool IsOpen(YamlMapping? owner, string field) =>
        owner?[field] is YamlScalar { IsNull: false } || owner?.Mapping(field)?.HasOpenKeys() == true;
}
