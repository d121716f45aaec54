using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes a SARIF 2.1.0 log that GitHub code scanning accepts: relative to the repository root, without times or paths of the machine.</summary>
public sealed class SarifReporter : IReporter
{
    /// <summary>GitHub refuses a run with more results.</summary>
    public const int MaximumResults = 25_000;

    /// <summary>GitHub refuses a log that is longer when it is compressed. Compressors differ by a little, so that some of the 10 MB is left free.</summary>
    public const int MaximumCompressedBytes = 9_500_000;

    private readonly SarifOptions options;

    /// <summary>Makes a reporter.</summary>
    public SarifReporter(SarifOptions? options = null) => this.options = options ?? new();

    /// <inheritdoc/>
    public void Write(LintResult result, Stream output)
    {
        var ordered = result.Diagnostics.MostSevereFirst().ToImmutableArray();
        var (count, reason) = (Math.Min(ordered.Length, MaximumResults), $"at most {MaximumResults.ToString("N0", CultureInfo.InvariantCulture)} findings");
        while (options.Profile == SarifProfile.GitHub && count > 0 && CompressedBytes(result, ordered, count, reason) is var bytes && bytes > options.MaximumCompressedBytes)
            (count, reason) = ((int)(0.95 * count * options.MaximumCompressedBytes / bytes), "at most 10 MB when it is compressed");
        Write(result, ordered, count, reason, output);
    }

    private long CompressedBytes(LintResult result, ImmutableArray<Diagnostic> ordered, int count, string reason)
    {
        var compressed = new CountingStream();
        using (var compressor = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            Write(result, ordered, count, reason, compressor);
        return compressed.Length;
    }

    private void Write(LintResult result, ImmutableArray<Diagnostic> ordered, int count, string reason, Stream output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        WriteRun(json, result, ordered, count, reason);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void WriteRun(Utf8JsonWriter json, LintResult result, ImmutableArray<Diagnostic> ordered, int count, string reason)
    {
        var components = new SarifComponents(RuleTable.Of(result).Rules);
        // GitHub would show what is suppressed.
        var suppressed = options.Profile == SarifProfile.Full ? result.Suppressed : [];
        var fingerprints = Fingerprints.Of(result.Diagnostics.Concat(suppressed).Order(DiagnosticOrder.Comparer));
        var results = new SarifResults(options.Profile, saysSuppressions: !suppressed.IsEmpty, saysBaselineState: result.IsCompared);

        json.WriteStartObject();
        components.Write(json);
        WriteInvocation(json, dropped: ordered[count..], reason);
        WriteRoot(json);
        WriteCategory(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in ordered[..count].Concat(suppressed.Take(MaximumResults - count)))
        {
            results.Write(json, diagnostic, components[diagnostic.Id], fingerprints[diagnostic]);
            json.FlushWhenFull();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteInvocation(Utf8JsonWriter json, ImmutableArray<Diagnostic> dropped, string reason)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        WriteNotifications(json, "toolExecutionNotifications", dropped.IsEmpty ? [] : [Describe(dropped, reason)]);
        WriteNotifications(json, "toolConfigurationNotifications", [.. options.LeftOut.Select(SarifMessage.Sentence)]);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotifications(Utf8JsonWriter json, string name, ImmutableArray<string> sentences)
    {
        if (sentences.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var sentence in sentences)
        {
            json.WriteStartObject();
            json.WriteString("level", "warning");
            json.WriteStartObject("message");
            json.WriteText("text", sentence);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // The description alone: the place of the root is the business of whoever reads the log.
    private static void WriteRoot(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifResults.RootId);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteCategory(Utf8JsonWriter json)
    {
        if (options.Category is not { Length: > 0 } category)
            return;
        json.WriteStartObject("automationDetails");
        // What follows the last slash would be the name of a single run.
        json.WriteText("id", category.EndsWith('/') ? category : category + "/");
        json.WriteEndObject();
    }

    private static string Describe(ImmutableArray<Diagnostic> dropped, string reason)
    {
        var counts = dropped.CountBy(diagnostic => diagnostic.Severity)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value:N0} of severity {count.Key.ToWord()}"));
        return $"A log holds {reason}. The most severe are here; left out are {string.Join(" and ", counts)}.";
    }
}
