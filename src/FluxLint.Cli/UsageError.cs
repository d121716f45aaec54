using System.CommandLine;
using System.CommandLine.Parsing;
using FluxLint.Text;

namespace FluxLint.Cli;

/// <summary>What is wrong with a command line.</summary>
/// <param name="Sentence">One sentence, with the nearest name that exists.</param>
/// <param name="Hint">Where to read more.</param>
internal sealed record UsageError(string Sentence, string Hint)
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public static UsageError? Of(ParseResult parsed)
    {
        var sentence = MistakenOption(parsed) is { } option ? Unknown("option", option, Options(parsed.CommandResult))
            : parsed.UnmatchedTokens is [var unmatched, ..] ? Unmatched(unmatched, parsed.CommandResult)
            : parsed.Errors is [var error, ..] ? error.Message.TrimEnd('.')
            : null;
        return sentence is null ? null : new(sentence, $"'{Name(parsed.CommandResult)} --help' says how it is used");
    }

    /// <summary>An option that does not exist is taken for a positional argument where a command has one.</summary>
    private static string? MistakenOption(ParseResult parsed)
    {
        var before = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .FirstOrDefault(token => token.Value is ['-', _, ..] && before.Contains(token))?.Value;
    }

    private static string Unmatched(string token, CommandResult command) =>
        token is ['-', _, ..] ? Unknown("option", token, Options(command))
        : command.Command.Subcommands.Count > 0 ? Unknown("command", token, command.Command.Subcommands.Select(subcommand => subcommand.Name))
        : $"'{token}' is one argument too many";

    private static string Unknown(string what, string name, IEnumerable<string> known) =>
        Suggestion.For(name.Split('=')[0], known) is { } nearest ? $"there is no {what} '{name}'; {nearest.Question}" : $"there is no {what} '{name}'";

    private static IEnumerable<string> Options(CommandResult command) =>
        Path(command).SelectMany((result, i) => result.Command.Options.Where(option => i == 0 || option.Recursive)).SelectMany(option => option.Aliases.Prepend(option.Name));

    private static string Name(CommandResult command) => string.Join(' ', Path(command).Reverse().Select(result => result.Command is RootCommand ? "fluxlint" : result.Command.Name));

    /// <summary>The command and those that it belongs to, the innermost first.</summary>
    private static IEnumerable<CommandResult> Path(CommandResult command)
    {
        for (SymbolResult? result = command; result is not null; result = result.Parent)
        {
            if (result is CommandResult found)
                yield return found;
        }
    }
}
