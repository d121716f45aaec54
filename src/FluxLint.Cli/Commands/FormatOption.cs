using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Text;

namespace FluxLint.Cli.Commands;

/// <summary>The option <c>--format</c> of a command that shows something in several ways.</summary>
internal sealed class FormatOption(params ImmutableArray<string> formats)
{
    /// <summary>The option; the first format is its default.</summary>
    public Option<string> Option { get; } = new("--format")
    {
        Description = "How to print it.",
        HelpName = string.Join('|', formats),
        DefaultValueFactory = _ => formats[0],
    };

    /// <summary>The format asked for; null when there is none of this name.</summary>
    public string? Find(ParseResult parsed, out string problem)
    {
        var format = parsed.GetRequiredValue(Option);
        problem = "";
        if (formats.Contains(format))
            return format;
        var hint = Suggestion.For(format, formats)?.Question ?? $"there are {string.Join(", ", formats)}";
        problem = $"--format knows no '{format}'; {hint}";
        return null;
    }
}
