namespace FluxLint.Cli.Tests.Terminal;

/// <summary>A test that needs a pseudo-terminal, which <c>script</c> of util-linux makes.</summary>
internal sealed class PseudoTerminalFactAttribute : FactAttribute
{
    public PseudoTerminalFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(ProcessRun.Script))
            Skip = $"there is no {ProcessRun.Script} of util-linux";
    }
}
