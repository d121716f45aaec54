using System.Collections.Immutable;
using System.CommandLine;
using System.Runtime.CompilerServices;
using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Packs;
using FluxLint.Packs.Loading;
using FluxLint.Reporting;

namespace FluxLint.Cli.Packs;

/// <summary>Runs a command with the built-in rules and those of the packs of a repository.</summary>
/// <param name="session">The process around it.</param>
/// <param name="builtIn">The rules without packs.</param>
/// <param name="parsed">The command line.</param>
internal sealed class PackRun(Session session, RuleSet builtIn, ParseResult parsed)
{
    /// <summary>Runs it; the exit code.</summary>
    /// <param name="root">The repository; null where there is none, which the command will say.</param>
    /// <param name="configuration">The configuration that the command line names; null for the one at the root.</param>
    /// <param name="run">The command.</param>
    /// <param name="cancellation">Stops another program that runs the command in place of this one.</param>
    public int Run(RepositoryRoot? root, string? configuration, Func<RunRules, int> run, CancellationToken cancellation)
    {
        if (root is null || ConfigurationFile.Find(session, root, configuration, out _) is not { } file || ConfiguredPacks.Of(new DiskFileSystem(root.Directory), file.FilePath, file.Policy) is not { IsEmpty: false } references)
            return run(new(builtIn, "", []));
        var permission = parsed.GetValue(PackArguments.Allow) ? PackPermission.All : session.AllowedPacks;
        if (references.Any(reference => permission.Allows(reference.Id.Value)))
            return PackSupport.IsSupported ? RunLoaded(root, references, permission, run) : ManagedProgram.Run(session, cancellation);
        return TryLeaveOut(references.Select(reference => Sentence(reference.Id.Value, PackOptions.NotAllowed)), out var leftOut) ? run(new(builtIn, "left out", leftOut)) : ExitCode.CouldNotRun;
    }

    // Apart, so that a run without packs does not load what knows how.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int RunLoaded(RepositoryRoot root, ImmutableArray<PackReference> references, PackPermission permission, Func<RunRules, int> run)
    {
        var options = new PackOptions { Root = root.Directory, Folder = session.PackageFolder, IsAllowed = permission.Allows, Time = session.PackLimits.Time, Bytes = session.PackLimits.Bytes };
        using var loaded = LoadedPacks.Load(new DiskFileSystem(root.Directory), references, builtIn.Infos, options);
        if (!TryLeaveOut(loaded.LeftOut.Select(pack => Sentence(pack.Id, pack.Reason)), out var leftOut))
            return ExitCode.CouldNotRun;
        try
        {
            var rules = builtIn.With(loaded.Packs);
            return loaded.Watch.Run(() => run(new(rules, loaded.Identity, leftOut)));
        }
        catch (PackException beyondLimit)
        {
            return session.Fail(beyondLimit.Message);
        }
    }

    /// <summary>Says that the rules of some packs do not run; whether the others may.</summary>
    private bool TryLeaveOut(IEnumerable<string> sentences, out ImmutableArray<string> leftOut)
    {
        leftOut = [.. sentences];
        var isError = parsed.GetValue(PackArguments.Locked);
        foreach (var sentence in leftOut)
            session.Error.WriteLine($"{(isError ? "error" : "warning")}: {SafeText.Of(sentence)}");
        return leftOut.IsEmpty || !isError;
    }

    private static string Sentence(string id, string reason) => $"the pack {id} was left out: {reason}";
}
