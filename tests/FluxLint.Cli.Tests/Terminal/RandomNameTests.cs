using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using CsCheck;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Cli.Tests.Terminal;

/// <summary>Whatever a repository calls its files and objects, each report stays what its format says it is.</summary>
public sealed partial class RandomNameTests
{
    private const int Findings = 12;

    private static readonly string[] Pieces =
    [
        "a", "b/c", " ", "/", "\\", "\"", "'", "\n", "\r", "\r\n", "\t", "\0", "\a", "\e[2J", "\u0085", "\u2028", "\u202E", "\u2066", "\u200F", "\uFEFF", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00", "\U0001F600",
        "::error file=a::b", "::stop-commands::x", "##[group]", "##vso[task.complete]", "%0A", "%3A", ":", "a(1,1): error X1: b", "b.cs : warning Y2: c", "error FLX0001", "(1,1,1,1)",
        "<", ">", "&", "]]>", "<!--", "-->", "<?xml?>", "&#0;", "<script>", "|", "\n|---|", "```", "`", "](x)", "![x](y)", "# ", "{{", "\\u0000", "\\", "é", "ß", new string('x', 5_000),
    ];

    private static readonly Gen<string> Name = Gen.Int[0, Pieces.Length - 1].Array[1, 8].Select(parts => string.Concat(parts.Select(part => Pieces[part])));

    public static TheoryData<string> Formats => [.. ReportFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_name_breaks_out_of_a_report(string format) => Gen.Select(Name, Name, Name).Sample(
        (path, message, cluster) =>
        {
            var report = Report(format, path, message, cluster);

            Assert.DoesNotContain(report.EnumerateRunes(), IsActive);
            Assert.All(report.Split('\n'), line => AssertIsNoCommand(format, line));
            AssertIsWellFormed(format, report);
        },
        iter: 200);

    private static void AssertIsNoCommand(string format, string line)
    {
        if (line.TrimStart().StartsWith("::", StringComparison.Ordinal))
            Assert.Matches("^::(error|notice|group|endgroup)[ :]", format == "github" ? line : $"{format} has a command");
        if (format is "text" or "github" or "msbuild" or "markdown" or "junit")
            Assert.DoesNotMatch(@"##[a-zA-Z]*\[", line);
    }

    private static void AssertIsWellFormed(string format, string report)
    {
        switch (format)
        {
            case "json" or "sarif" or "gitlab":
                JsonDocument.Parse(report).Dispose();
                break;
            case "junit":
                using (var reader = XmlReader.Create(new StringReader(report), new() { DtdProcessing = DtdProcessing.Prohibit }))
                {
                    while (reader.Read())
                        Assert.True(reader.Depth < 10);
                }
                break;
            case "msbuild":
                var lines = report.TrimEnd('\n').Split('\n');
                Assert.Equal(Findings, lines.Length);
                // All findings are in one file, and so says each line.
                Assert.Single(lines.Select(FileOf).Distinct());
                break;
        }
    }

    /// <summary>The file that MSBuild takes a line to speak of.</summary>
    private static string FileOf(string line)
    {
        var read = Canonical().Match(line);
        Assert.True(read.Success, line);
        Assert.Equal(("error", "FLX0001"), (read.Groups["category"].Value, read.Groups["code"].Value));
        return Place().Replace(read.Groups["origin"].Value, "");
    }

    // As in MSBuild's CanonicalError.
    [GeneratedRegex(@"^\s*(?<origin>((\d+>)?[a-zA-Z]?:[^:]*)|([^:]*)):(?<subcategory>()|([^:]*? ))(?<category>(error|warning))( \s*(?<code>[^: ]*))?\s*:(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Canonical();

    [GeneratedRegex(@"\((\d+|\d+,\d+,\d+,\d+)\)$")]
    private static partial Regex Place();

    private static bool IsActive(Rune rune) => rune.Value != '\n'
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    private static string Report(string format, string path, string message, string cluster)
    {
        var source = SourceText.From(path, $"{message}\nkey: {cluster}\n");
        var diagnostics = Enumerable.Range(0, Findings).Select(i => new Diagnostic
        {
            Descriptor = new() { Id = "FLX0001", Title = "t", Message = "{0}", Category = RuleCategory.Engine, Severity = Severity.Error, Since = "0.1" },
            Severity = Severity.Error,
            Location = i % 3 == 0 ? Location.OfPath(path) : new(source, new(i % message.Length, 1)),
            Message = $"{message} {i}",
            Help = i % 2 == 0 ? cluster : null,
            Clusters = [cluster],
            Related = [new(new(source, new(0, 1)), message)],
            Provenance = [new(new(source, new(0, 1)), cluster)],
        });
        var result = new LintResult { Diagnostics = [.. diagnostics], Rules = [], Statistics = new() };
        using var output = new MemoryStream();
        ReportFormats.Create(format, new(), new())?.Write(result, output);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(output.ToArray());
    }
}
