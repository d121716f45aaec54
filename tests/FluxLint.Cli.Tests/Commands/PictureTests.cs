using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using FluxLint.Testing;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>The picture in the README is what the terminal shows for a fault in the reference fleet.</summary>
public sealed partial class PictureTests
{
    private const int LineHeight = 20;

    [Fact]
    public async Task The_picture_shows_what_the_terminal_shows()
    {
        using var fleet = new TemporaryFleet();
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");
        var run = await CommandRun.InColor(fleet.Root, "lint");

        var picture = Draw($"$ fluxlint lint\n{run.Output.TrimEnd()}");
        var path = Path.Combine(Root(), ".github/finding.svg");
        if (Blessing.IsOn)
            await File.WriteAllTextAsync(path, picture);
        Assert.Equal(await File.ReadAllTextAsync(path), picture);
    }

    private static string Draw(string text)
    {
        var lines = text.Split('\n');
        var width = lines.Max(line => Escape().Replace(line, "").Length) * 8.0 + 32;
        var svg = new StringBuilder();
        svg.Append($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0} {lines.Length * LineHeight + 32}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13">
            <rect width="100%" height="100%" rx="8" fill="#0d1117"/>

            """);
        for (var i = 0; i < lines.Length; i++)
            svg.Append($"<text x=\"16\" y=\"{(i + 1) * LineHeight + 10}\" fill=\"#e6edf3\" xml:space=\"preserve\">{Spans(lines[i])}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static string Spans(string line)
    {
        var spans = new StringBuilder();
        var parts = Escape().Split(line);
        var codes = Escape().Matches(line).Select(match => match.Value).ToList();
        for (var i = 0; i < parts.Length; i++)
        {
            var color = i == 0 ? null : Color(codes[i - 1]);
            var text = WebUtility.HtmlEncode(parts[i]);
            spans.Append(color is null ? text : $"<tspan {color}>{text}</tspan>");
        }
        return spans.ToString();
    }

    private static string? Color(string code) => code switch
    {
        "\e[1;31m" => "fill=\"#ff7b72\" font-weight=\"bold\"",
        "\e[1;33m" => "fill=\"#d29922\" font-weight=\"bold\"",
        "\e[36m" => "fill=\"#39c5cf\"",
        "\e[34m" => "fill=\"#58a6ff\"",
        _ => null,
    };

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file) ?? "", "../../.."));

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Escape();
}
