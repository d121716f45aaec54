using System.CommandLine;

namespace FluxLint.Cli.Packs;

/// <summary>The options that say what to do about packs.</summary>
internal static class PackArguments
{
    public static readonly Option<bool> Allow = new("--allow-packs")
    {
        Description = $"Run the rules of the packs that fluxlint.yaml names and fluxlint.lock.json has. They are code: not for what a stranger proposes. {PackPermission.Variable} allows some for good.",
    };

    public static readonly Option<bool> Locked = new("--locked")
    {
        Description = "Exit code 2 where a pack is left out, for whatever reason.",
    };
}
