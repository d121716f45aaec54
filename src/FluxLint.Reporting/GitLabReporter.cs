using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>
/// Writes a Code Quality report, which GitLab shows in a merge request
/// (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
/// </summary>
public sealed class GitLabReporter : IReporter
{
    private const int FingerprintBytes = 16;

    /// <inheritdoc/>
    public void Write(LintResult result, Stream output) => JsonOutput.Write(output, json =>
    {
        var rules = RuleTable.Of(result);
        var fingerprints = Fingerprints.Of(result.Diagnostics);
        json.WriteStartArray();
        foreach (var diagnostic in result.Diagnostics)
        {
            Write(json, diagnostic, rules[diagnostic.Id], fingerprints[diagnostic]);
            json.FlushWhenFull();
        }
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic, RuleInfo rule, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteText("description", $"{rule.Id}: {CanonicalLine.Text(diagnostic)}");
        json.WriteText("check_name", rule.Name.Length > 0 ? rule.Name : rule.Id);
        json.WriteString("fingerprint", Unique(fingerprint, diagnostic.Location.Path));
        json.WriteString("severity", Level(diagnostic.Severity));
        json.WriteStartObject("location");
        json.WriteText("path", diagnostic.Location.Path);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", diagnostic.Location.Start.Line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // GitLab compares fingerprints of the whole report, and ours tell the findings of one file apart.
    private static string Unique(string fingerprint, string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{fingerprint}")).AsSpan(0, FingerprintBytes));

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "critical",
        Severity.Warning => "minor",
        _ => "info",
    };
}
