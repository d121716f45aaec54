using System.CommandLine;
using System.Text;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Kustomize.Output;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint build</c>: prints what <c>kubectl kustomize</c> prints.</summary>
internal sealed class BuildCommand(Session session)
{
    private static readonly Argument<string> Directory = new("directory")
    {
        Description = "The directory with the kustomization.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "The file to write to in place of the standard output.",
        HelpName = "file",
    };

    private static readonly Option<string> Restrictor = new("--load-restrictor")
    {
        Description = "Which files a kustomization may read: those in and below its directory, or all of the repository, as Flux has it.",
        HelpName = "root-only|none",
        DefaultValueFactory = _ => "root-only",
    };

    private static readonly Option<string> Order = new("--order")
    {
        Description = "The order of resources where the kustomization has no sortOptions.",
        HelpName = "legacy|fifo",
        DefaultValueFactory = _ => "legacy",
    };

    private static readonly Option<string> Version = new("--kustomize-version")
    {
        Description = "The version of kustomize to build as: 5.5 is in kubectl 1.32, 5.7 in Flux 2.7, and 5.8 in Flux 2.8 and 2.9.",
        HelpName = "5.5|5.6|5.7|5.8",
        DefaultValueFactory = _ => KustomizeVersion.Newest.ToString(),
    };

    public static Command Create(Session session)
    {
        var command = new Command("build", "Print what a kustomization makes. Exit code: 0 done, 1 the build fails, 2 could not run.") { Directory, Output, Restrictor, Order, Version };
        command.SetAction(parsed => new BuildCommand(session).Run(parsed));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (ParseRestrictor(parsed.GetRequiredValue(Restrictor)) is not { } restrictor)
            return session.Fail($"--load-restrictor takes root-only or none, not '{parsed.GetValue(Restrictor)}'");
        if (ParseOrder(parsed.GetRequiredValue(Order)) is not { } order)
            return session.Fail($"--order takes legacy or fifo, not '{parsed.GetValue(Order)}'");
        if (KustomizeVersion.Parse(parsed.GetRequiredValue(Version)) is not { } version)
            return session.Fail($"--kustomize-version takes 5.5, 5.6, 5.7 or 5.8, not '{parsed.GetValue(Version)}'");
        var directory = parsed.GetRequiredValue(Directory);
        if (BuildRoot.Find(session.Directory, directory, out var problem) is not { } root)
            return session.Fail(problem);

        var result = Compilation.Create(new DiskFileSystem(root.Directory)).Build(root.Scope, new() { LoadRestrictor = restrictor, Order = order, Version = version });
        if (result.Manifests is null)
        {
            foreach (var failure in result.Problems)
                session.Error.WriteLine($"error: {SafeText.Of($"{failure.Location}: {failure.Message}{(failure.Help is null ? "" : $"; {failure.Help}")}")}");
            return ExitCode.Findings;
        }
        return Write(result.Manifests, parsed.GetValue(Output));
    }

    private int Write(string manifests, string? file)
    {
        var bytes = Encoding.UTF8.GetBytes(manifests);
        if (file is null)
        {
            session.Output.Write(bytes);
            session.Output.Flush();
            return ExitCode.Clean;
        }
        try
        {
            AtomicFile.Write(Path.GetFullPath(file, session.Directory), stream => stream.Write(bytes));
            return ExitCode.Clean;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{file}' cannot be written: {unwritable.Message}");
        }
    }

    private static LoadRestrictor? ParseRestrictor(string text) => text switch
    {
        "root-only" => LoadRestrictor.RootOnly,
        "none" => LoadRestrictor.None,
        _ => null,
    };

    private static BuildOrder? ParseOrder(string text) => text switch
    {
        "legacy" => BuildOrder.Legacy,
        "fifo" => BuildOrder.Fifo,
        _ => null,
    };
}
