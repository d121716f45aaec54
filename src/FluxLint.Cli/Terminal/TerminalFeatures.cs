using System.Globalization;

namespace FluxLint.Cli.Terminal;

/// <summary>What an output can show, as far as its environment tells. When unsure, less.</summary>
/// <param name="Color">Whether it may have colours.</param>
/// <param name="Hyperlinks">Whether it may have links (OSC 8).</param>
internal readonly record struct TerminalFeatures(bool Color, bool Hyperlinks)
{
    /// <summary>The first version of VTE, the terminal of GNOME and others, that shows links as it should.</summary>
    private const int FirstVteWithLinks = 5001;

    private static readonly string[] ProgramsWithLinks = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"];

    /// <summary>Asks the environment.</summary>
    /// <param name="isTerminal">Whether the output is a terminal.</param>
    /// <param name="variable">The value of an environment variable.</param>
    public static TerminalFeatures Of(bool isTerminal, Func<string, string?> variable)
    {
        var color = HasColor(isTerminal, variable);
        return new(color, HasHyperlinks(isTerminal && color, variable));
    }

    // https://no-color.org and https://force-color.org, and the older CLICOLOR_FORCE.
    private static bool HasColor(bool isTerminal, Func<string, string?> variable)
    {
        if (variable("NO_COLOR") is { Length: > 0 } || variable("FORCE_COLOR") is "0" or "false")
            return false;
        if (IsOn(variable("FORCE_COLOR")) || IsOn(variable("CLICOLOR_FORCE")))
            return true;
        return isTerminal && variable("TERM") != "dumb";
    }

    private static bool HasHyperlinks(bool isColorTerminal, Func<string, string?> variable)
    {
        if (variable("NO_HYPERLINKS") is { Length: > 0 } || variable("FORCE_HYPERLINK") is "0" or "false")
            return false;
        if (IsOn(variable("FORCE_HYPERLINK")))
            return true;
        // Whether a multiplexer passes links on depends on its version and settings.
        if (!isColorTerminal || variable("TMUX") is { Length: > 0 } || variable("STY") is { Length: > 0 } || variable("CI") is { Length: > 0 })
            return false;
        return variable("WT_SESSION") is { Length: > 0 }
            || variable("TERM") is "xterm-kitty" or "xterm-ghostty" or "alacritty" or "foot" or "wezterm"
            || (variable("TERM_PROGRAM") is { } program && ProgramsWithLinks.Contains(program))
            || (int.TryParse(variable("VTE_VERSION"), NumberStyles.None, CultureInfo.InvariantCulture, out var vte) && vte >= FirstVteWithLinks);
    }

    private static bool IsOn(string? value) => value is { Length: > 0 } and not ("0" or "false");
}
