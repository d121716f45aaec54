using System.CommandLine;
using FluxLint.Text;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint completion</c>: prints what makes a shell complete our command lines.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private static readonly Argument<string> Shell = new("shell")
    {
        Description = $"One of {string.Join(", ", Shells)}.",
        CompletionSources = { Completions.Of(Shells) },
    };

    // Each asks us, with the place of the cursor and the line up to it, and falls back on the names of files.
    private const string Bash = """
        _fluxlint() {
          local IFS=$'\n' line="${COMP_LINE:0:COMP_POINT}"
          COMPREPLY=($(compgen -W "$(fluxlint "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _fluxlint fluxlint
        """;

    private const string Zsh = """
        #compdef fluxlint
        _fluxlint() {
          local line="$BUFFER[1,CURSOR]"
          local -a found
          found=(${(f)"$(fluxlint "[suggest:${#line}]" "$line" 2>/dev/null)"})
          if (( $#found )); then compadd -a found; else _files; fi
        }
        if [ "$funcstack[1]" = "_fluxlint" ]; then _fluxlint "$@"; else compdef _fluxlint fluxlint; fi
        """;

    private const string Fish = """
        function __fluxlint_complete
          set --local line (commandline --current-process --cut-at-cursor)
          fluxlint "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete --command fluxlint --arguments '(__fluxlint_complete)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName fluxlint -ScriptBlock {
          param($word, $ast, $position)
          $line = "$ast".PadRight($position).Substring(0, $position)
          fluxlint "[suggest:$position]" "$line" 2>$null |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(Session session)
    {
        var command = new Command("completion", "Print a script that makes a shell complete command lines.") { Shell };
        command.SetAction(parsed => Print(session, parsed.GetRequiredValue(Shell)));
        return command;
    }

    private static int Print(Session session, string shell)
    {
        var script = shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "pwsh" => PowerShell,
            _ => null,
        };
        if (script is null)
            return session.Fail($"there is no completion for '{shell}'; {Suggestion.For(shell, Shells)?.Question ?? $"there is one for {string.Join(", ", Shells)}"}");
        session.Print(script.ReplaceLineEndings("\n"));
        return ExitCode.Clean;
    }
}
