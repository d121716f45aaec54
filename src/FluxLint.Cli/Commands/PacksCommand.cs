using System.CommandLine;
using System.Runtime.CompilerServices;
using FluxLint.Analysis;
using FluxLint.Cli.Packs;
using FluxLint.Files;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint packs</c>: rules of others, from NuGet.</summary>
internal static class PacksCommand
{
    private static readonly Argument<string> Path = new("path")
    {
        Description = "The repository.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Argument<string?> Updated = new("id")
    {
        HelpName = "pack",
        Description = "The pack to look for anew; all without one.",
        DefaultValueFactory = _ => null,
    };

    private static readonly Argument<string> Package = new("id")
    {
        HelpName = "package",
        Description = "The id of a package.",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    private static readonly Option<bool> Locked = new("--locked")
    {
        Description = "Fetch what fluxlint.lock.json has, and fail where that is not what fluxlint.yaml asks for.",
    };

    public static Command Create(Session session, RuleSet rules)
    {
        var restore = new Command("restore", "Fetch the packs that fluxlint.yaml names, and lock what they are in fluxlint.lock.json.") { Path, Config, Locked };
        restore.SetAction((parsed, cancellation) => Run(parsed, parsed.GetRequiredValue(Path), commands => commands.Restore(parsed.GetValue(Locked), cancellation), cancellation));
        var update = new Command("update", "Take the latest versions that fluxlint.yaml allows, and lock them.") { Updated, Config };
        update.SetAction((parsed, cancellation) => Run(parsed, ".", commands => commands.Update(parsed.GetValue(Updated), cancellation), cancellation));
        var list = new Command("list", "List the packs of the repository: what is asked for, what is locked, and whether it runs.") { Path, Config, PackArguments.Allow };
        list.SetAction((parsed, cancellation) => Run(parsed, parsed.GetRequiredValue(Path), commands => Task.FromResult(commands.List(rules, parsed.GetValue(PackArguments.Allow))), cancellation));
        var why = new Command("why", "Show which pack takes a package, and through which others.") { Package, Config };
        why.SetAction((parsed, cancellation) => Run(parsed, ".", commands => Task.FromResult(commands.Why(parsed.GetRequiredValue(Package))), cancellation));
        return new("packs", "Restore, list and update packs: rules of others, from NuGet.") { restore, list, update, why };

        async Task<int> Run(ParseResult parsed, string path, Func<PackCommands, Task<int>> run, CancellationToken cancellation)
        {
            if (RepositoryRoot.Find(session.Directory, path, out var problem) is not { } root)
                return session.Fail(problem);
            if (ConfigurationFile.Find(session, root, parsed.GetValue(Config), out problem) is not { } configuration)
                return session.Fail(problem);
            return PackSupport.IsSupported ? await Managed(root, configuration, run) : ManagedProgram.Run(session, cancellation);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        Task<int> Managed(RepositoryRoot root, ConfigurationFile configuration, Func<PackCommands, Task<int>> run) =>
            ConfiguredPacks.Read(new DiskFileSystem(root.Directory), configuration.FilePath, configuration.Policy, rules.Infos, out var wrong) is { } references ? run(new(session, root, references)) : Task.FromResult(session.Fail(wrong));
    }
}
