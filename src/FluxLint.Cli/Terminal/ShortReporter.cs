using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Writes one line a finding, as compilers do: what editors and scripts read.</summary>
internal sealed class ShortReporter(TextOptions options) : IReporter
{
    public void Write(LintResult result, Stream output)
    {
        var ansi = new Ansi(options.Color);
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        foreach (var diagnostic in result.Diagnostics)
        {
            var place = SafeText.OneLine($"{options.PathOf(diagnostic.Location.Path)}:{diagnostic.Location.Start}");
            var head = ansi.Of(diagnostic.Severity, $"{Summary.Word(diagnostic.Severity)} {diagnostic.Id}");
            writer.WriteLine($"{place}: {head}: {SafeText.OneLine(diagnostic.Message)}");
        }
        if (!options.Quiet)
            writer.WriteLine(Summary.Of(result, ansi));
    }
}
