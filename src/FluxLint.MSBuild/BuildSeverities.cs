using FluxLint.Diagnostics;

namespace FluxLint.MSBuild;

/// <summary>
/// What the properties of a build make of severities, as they do for the compiler: those that hide win, then those that spare
/// warnings, then those that promote them.
/// </summary>
internal sealed class BuildSeverities(bool treatWarningsAsErrors, string noWarn, string warningsAsErrors, string warningsNotAsErrors)
{
    private readonly HashSet<string> hidden = Ids(noWarn);
    private readonly HashSet<string> promoted = Ids(warningsAsErrors);
    private readonly HashSet<string> spared = Ids(warningsNotAsErrors);

    public Severity Of(string id, Severity severity)
    {
        if (hidden.Contains(id))
            return Severity.Off;
        if (severity != Severity.Warning || spared.Contains(id))
            return severity;
        return treatWarningsAsErrors || promoted.Contains(id) ? Severity.Error : Severity.Warning;
    }

    private static HashSet<string> Ids(string list) =>
        new(list.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);
}
