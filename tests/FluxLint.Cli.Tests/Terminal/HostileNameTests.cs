using System.Globalization;
using System.Text;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Cli.Tests.Terminal;

/// <summary>Names and messages of a repository say nothing to a terminal, a log or the eye that they do not spell out, whatever the format.</summary>
public sealed class HostileNameTests
{
    private const string Hostile = "::add-mask::x\r\n::error file=a::b\n  ::stop-commands::y ##[add-mask]z \e[2J \u202Etxt\u2066 \u200F\u0085\u2028\u0007 b.cs(1,1): error X1: forged";

    public static TheoryData<string> Formats => [.. ReportFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_lets_a_name_or_a_message_act(string format)
    {
        foreach (var options in new TextOptions[] { new(), new() { Width = 30, Wraps = true } })
        {
            var report = Report(format, options);

            Assert.DoesNotContain(report.EnumerateRunes(), IsActive);
            Assert.All(report.Split('\n').Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)), line =>
            {
                Assert.Equal("github", format);
                Assert.Matches("^::(error file=%3A |notice title=FluxLint::|group::|endgroup::)", line);
            });
            if (format is "text" or "github" or "msbuild" or "markdown" or "junit")
                Assert.DoesNotContain("##[", report);
        }
    }

    [Fact]
    public void A_file_name_forges_no_line_of_a_build() =>
        Assert.All(Report("msbuild", new()).TrimEnd().Split('\n'), line => Assert.Matches("^[^:]*: error FLX0001: ", line));

    private static bool IsActive(Rune rune) => rune.Value != '\n'
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    private static string Report(string format, TextOptions options)
    {
        var source = SourceText.From(Hostile, $"{Hostile}\nkey: ##[x] \u202E\n");
        Diagnostic Finding(Location location) => new()
        {
            Descriptor = new() { Id = "FLX0001", Title = "t", Message = "{0}", Category = RuleCategory.Engine, Severity = Severity.Error, Since = "0.1" },
            Severity = Severity.Error,
            Location = location,
            Message = $"{Hostile} and {Hostile}",
            Help = $"{Hostile}\n{Hostile}",
            Clusters = [Hostile],
            Related = [new(location, Hostile)],
            Provenance = [new(location, Hostile)],
        };
        var result = new LintResult { Diagnostics = [Finding(new(source, new(0, 5))), .. Enumerable.Range(0, 20).Select(_ => Finding(Location.OfPath(Hostile)))], Rules = [], Statistics = new() };
        using var output = new MemoryStream();
        Assert.NotNull(ReportFormats.Create(format, options, new()));
        ReportFormats.Create(format, options, new())?.Write(result, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
