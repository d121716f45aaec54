using System.Globalization;
using System.Text;
using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Hostile;

/// <summary>A configuration that a stranger proposes commands neither the terminal nor the log of whoever looks at it.</summary>
public sealed class HostileConfigurationTests : IDisposable
{
    private const string Hostile = """::error::x\r\n::add-mask::y\n##[group]z \e[2J \u202Etxt\u2066 \u200F\u0085\u2028\a""";

    private readonly SmallRepository repository = new();

    public HostileConfigurationTests() => repository
        .WriteKustomization("clusters/one/apps.yaml", "apps", "./apps")
        .Write("apps/app.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: app, namespace: \"{Hostile}\"}}\ndata: {{a: \"{Hostile}\"}}\n")
        .Write("fluxlint.yaml", $"""
            preset: "{Hostile}"
            extends: "{Hostile}"
            policies:
              - id: ORG1
                name: one
                title: "{Hostile}"
                message: "{Hostile} field {Hostile}"
                description: "{Hostile}"
                help: "https://example.com/{Hostile}"
                require: ["metadata.labels['{Hostile}']"]
            clusters:
              - class: "{Hostile}"
                paths: [clusters/one, "{Hostile}"]
                names: ["{Hostile}"]
                requires: ["{Hostile}"]
            suppressions:
              - rules: [FLX1001, "{Hostile}"]
                paths: ["{Hostile}"]
                reason: "{Hostile}"
            rules:
              "{Hostile}": error
            "{Hostile}": x
            """);

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("lint")]
    [InlineData("lint --output short")]
    [InlineData("lint --output msbuild")]
    [InlineData("lint --output markdown")]
    [InlineData("lint --output junit")]
    [InlineData("lint --stats --timings")]
    [InlineData("lint --assume kubernetes=1.37")]
    [InlineData("rules")]
    [InlineData("explain ORG1")]
    [InlineData("config show")]
    [InlineData("clusters")]
    [InlineData("fleet")]
    [InlineData("fleet --format markdown")]
    [InlineData("graph clusters/one")]
    [InlineData("graph clusters/one --format mermaid")]
    [InlineData("graph clusters/one --format dot")]
    [InlineData("policies test")]
    public async Task What_it_says_stays_text(string arguments)
    {
        var run = await CommandRun.Of(repository.Root, arguments.Split(' '));

        foreach (var text in new[] { run.Output, run.Error })
        {
            Assert.DoesNotContain(text.EnumerateRunes(), IsActive);
            Assert.DoesNotMatch(@"##[a-zA-Z]*\[", text);
            Assert.All(text.Split('\n'), line => Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line));
        }
        Assert.NotEqual("", run.Output + run.Error);
        Assert.DoesNotContain("fault of its own", run.Error);
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("json")]
    [InlineData("gitlab")]
    public async Task It_hides_nothing_in_formats_that_escape(string format)
    {
        var run = await CommandRun.Of(repository.Root, "lint", "--output", format);

        Assert.DoesNotContain(run.Output.EnumerateRunes(), IsActive);
        Assert.All(run.Output.Split('\n'), line => Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task In_a_terminal_its_page_is_text_as_well()
    {
        var run = await CommandRun.Of(session => session with { Width = 80 }, repository.Root, "explain", "ORG1");

        Assert.DoesNotContain(run.Output.EnumerateRunes(), IsActive);
        Assert.Contains("ORG1: one\n", run.Output, StringComparison.Ordinal);
    }

    private static bool IsActive(Rune rune) => rune.Value != '\n'
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
