using System.Collections.Immutable;
using System.Text;
using FluxLint.Diagnostics;
using FluxLint.Reporting;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Reporting;

/// <summary>A result built by hand that has everything a finding can have.</summary>
internal static class SampleResult
{
    public static readonly SourceText Release = SourceText.From("infrastructure/base/external-dns/helmrelease.yaml", """
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        spec:
          chart:
            spec:
              chart: external-dns
          values:
            token: |
              one
              two

        """.ReplaceLineEndings("\n"));

    /// <summary>A path that URIs and workflow commands must escape, and a text without a line break at its end.</summary>
    public static readonly SourceText Odd = SourceText.From("apps/größe, 100%/a[1]:#.yaml", "images:\n- name: \"日本 🚀 x\" # see [a](1) \\ {0}\n- name: y");

    private static readonly DiagnosticDescriptor MissingReference = Describe(
        "FLX1001", RuleCategory.Kustomize, Severity.Error, "A path that does not exist", "MissingReference");

    private static readonly DiagnosticDescriptor MissingRetry = Describe(
        "FLX2010", RuleCategory.Flux, Severity.Info, "A Kustomization without retryInterval", "MissingRetryInterval");

    private static readonly DiagnosticDescriptor UnpinnedChart = Describe(
        "FLX3001", RuleCategory.Helm, Severity.Error, "A chart without a fixed version", "UnpinnedChartVersion");

    private static readonly DiagnosticDescriptor UnsignedArtifact = Describe(
        "FLX3006", RuleCategory.Helm, Severity.Off, "An artifact without a signature", "UnsignedArtifact");

    private static readonly DiagnosticDescriptor PlaintextSecret = Describe(
        "FLX7001", RuleCategory.Security, Severity.Error, "A secret that anyone can read", "PlaintextSecret");

    private static readonly DiagnosticDescriptor TeamLabel = Describe(
        "ACME001", new("Acme"), Severity.Warning, "An object without the label of its team");

    public static LintResult Empty { get; } = new()
    {
        Diagnostics = [],
        Rules = Rules(),
        Statistics = new() { Clusters = 65, Files = 201, FilesParsed = 171, Kustomizations = 80, RulesRun = 16 },
    };

    public static LintResult Full { get; } = Empty with
    {
        Diagnostics =
        [
            new()
            {
                Descriptor = MissingReference,
                Severity = Severity.Error,
                Location = Location.OfPath("clusters/poc"),
                Message = "'clusters/poc' has no kustomization.yaml",
            },
            new()
            {
                Descriptor = TeamLabel,
                Severity = Severity.Warning,
                Location = At(Odd, "🚀"),
                Message = "'日本 🚀' says [a](1), {0} and \\, over\nlines",
                Help = "Remove it",
                Clusters = ["one", "two", "three", "four"],
            },
            new()
            {
                Descriptor = MissingReference,
                Severity = Severity.Error,
                Location = new(Odd, new(Odd.Text.Length, 0)),
                Message = "'y' ends here",
                Clusters = ["one"],
            },
            new()
            {
                Descriptor = UnpinnedChart,
                Severity = Severity.Error,
                Location = new(Release, At(Release, "chart: external-dns").Span with { Length = "chart".Length }),
                LogicalLocation = new("helm.toolkit.fluxcd.io/v2", "HelmRelease", "external-dns", "external-dns", "spec.chart.spec.chart"),
                Message = "HelmRelease 'external-dns' has no chart version, so each reconciliation may install another one",
                Help = "add `version: 1.15.0`",
                Fix = CodeFix.Unsafe(
                    "Add `version: 1.15.0` [here]",
                    new TextChange(Release, new(Release.Text.IndexOf("\n  values", StringComparison.Ordinal), 0), "\n      version: 1.15.0"),
                    new TextChange(Odd, At(Odd, "日本 🚀").Span, "x")),
                Related = [new(At(Odd, "name: y"), "the [first] one"), new(Location.OfPath("clusters/poc"), "")],
                Provenance = [new(At(Odd, "images"), "written here"), new(At(Release, "external-dns"), "replaced by a patch")],
                Clusters = Clusters(65),
            },
            new()
            {
                Descriptor = MissingRetry,
                Severity = Severity.Info,
                Location = At(Release, "values:\n    token"),
                Message = "Kustomization 'apps' has no retryInterval",
                Help = "Add both:\nretryInterval: 2m\ntimeout: 5m",
            },
            new()
            {
                Descriptor = PlaintextSecret,
                Severity = Severity.Warning,
                Location = At(Release, "|\n      one\n      two"),
                LogicalLocation = new("v1", "Secret", "", "token", ""),
                Message = "Secret 'token' is not encrypted",
            },
        ],
    };

    /// <summary>As many findings as asked for, each on its own line, of the three severities in turn.</summary>
    public static LintResult Many(int count)
    {
        var source = SourceText.From("many.yaml", string.Concat(Enumerable.Range(0, count).Select(i => $"key{i}: value\n")));
        return Empty with
        {
            Diagnostics = [.. Enumerable.Range(0, count).Select(i => new Diagnostic
            {
                Descriptor = MissingReference,
                Severity = (Severity)(1 + (i % 3)),
                Location = new(source, source.GetLineSpan(i + 1)),
                Message = $"finding {i}",
            })],
        };
    }

    public static LintResult Of(params ImmutableArray<Diagnostic> diagnostics) => Empty with { Diagnostics = diagnostics };

    /// <summary>A finding at a text of a file.</summary>
    public static Diagnostic Finding(SourceText source, string text, string message = "wrong") =>
        Finding(At(source, text), message);

    public static Diagnostic Finding(Location location, string message = "wrong") => new()
    {
        Descriptor = MissingReference,
        Severity = Severity.Error,
        Location = location,
        Message = message,
    };

    public static ImmutableArray<string> Clusters(int count) =>
        [.. Enumerable.Range(1, count).Select(i => $"prod-region-1/weu-{i:00}")];

    public static Location At(SourceText source, string text) =>
        new(source, new(source.Text.IndexOf(text, StringComparison.Ordinal), text.Length));

    public static string Write(this IReporter reporter, LintResult result)
    {
        using var output = new MemoryStream();
        reporter.Write(result, output);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }

    private static ImmutableArray<RuleInfo> Rules() =>
    [
        new(MissingReference, "missing-reference", "# FLX1001\n\n| id | name |\n|---|---|\n\n`kustomize build` **fails** on\na [missing](x.md) `[path]`.\n\nMore.\n", Severity.Error),
        new(MissingRetry, "missing-retry-interval", "Flux waits a whole interval.\n", Severity.Info),
        new(UnpinnedChart, "unpinned-chart-version", "# FLX3001: unpinned-chart-version\n\nEach reconciliation may install another version.\n\n## Flagged\n\n```yaml\nversion: \"*\"\n```\n", Severity.Error),
        new(UnsignedArtifact, "unsigned-artifact", "Anyone may have written it.", Severity.Off),
        new(PlaintextSecret, "plaintext-secret", "Whoever reads the repository reads the secret.", Severity.Warning),
    ];

    private static DiagnosticDescriptor Describe(string id, RuleCategory category, Severity severity, string title, string? page = null) => new()
    {
        Id = id,
        Title = title,
        Message = "{0}",
        Category = category,
        Severity = severity,
        Since = "0.1",
        HelpUri = page is null ? null : $"https://github.com/fluxlint/fluxlint/blob/main/rules/FluxLint.Rules/{category}/{page}.md",
    };
}
