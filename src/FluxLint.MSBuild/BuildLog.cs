using FluxLint.Diagnostics;
using FluxLint.Reporting;
using Microsoft.Build.Framework;

namespace FluxLint.MSBuild;

/// <summary>Writes to the log of the build.</summary>
internal sealed class BuildLog(IBuildEngine engine, string root)
{
    private const string Sender = "FluxLint";

    /// <summary>Logs a finding with the severity that the build gives it.</summary>
    public void Write(BuildFinding finding, Severity severity)
    {
        var file = Path.Join(root, SafeText.Of(finding.Path));
        switch (severity)
        {
            case Severity.Error:
                engine.LogErrorEvent(new(null, finding.Id, file, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, finding.Text, null, Sender, finding.HelpLink, DateTime.UtcNow));
                break;
            case Severity.Warning:
                engine.LogWarningEvent(new(null, finding.Id, file, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, finding.Text, null, Sender, finding.HelpLink, DateTime.UtcNow));
                break;
            case Severity.Info:
                engine.LogMessageEvent(new(null, finding.Id, file, finding.Line, finding.Column, finding.EndLine, finding.EndColumn, finding.Text, null, Sender, MessageImportance.Normal));
                break;
        }
    }

    /// <summary>Says what a lint did not do.</summary>
    public void Warn(string message) => engine.LogWarningEvent(new(null, null, null, 0, 0, 0, 0, SafeText.Of(message), null, Sender));

    /// <summary>Says why there was no lint.</summary>
    /// <returns>Always false: what the task returns then.</returns>
    public bool Fail(string message)
    {
        engine.LogErrorEvent(new(null, null, null, 0, 0, 0, 0, message, null, Sender));
        return false;
    }
}
