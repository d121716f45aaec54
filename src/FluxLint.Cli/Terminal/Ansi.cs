using FluxLint.Diagnostics;

namespace FluxLint.Cli.Terminal;

/// <summary>Colours text for a terminal, or leaves it as it is.</summary>
internal sealed class Ansi(bool enabled)
{
    private const string Reset = "\e[0m";
    private const string Bold = "\e[1m";
    private const string BoldRed = "\e[1;31m";
    private const string BoldYellow = "\e[1;33m";
    private const string Red = "\e[31m";
    private const string Green = "\e[32m";
    private const string Cyan = "\e[36m";
    private const string Blue = "\e[34m";

    public string Heading(string text) => Paint(Bold, text);

    public string Gutter(string text) => Paint(Blue, text);

    public string Removed(string text) => Paint(Red, text);

    public string Added(string text) => Paint(Green, text);

    public string Code(string text) => Paint(Cyan, text);

    public string Of(Severity severity, string text) => Paint(
        severity switch
        {
            Severity.Error => BoldRed,
            Severity.Warning => BoldYellow,
            _ => Cyan,
        },
        text);

    private string Paint(string color, string text) => enabled ? color + text + Reset : text;
}
