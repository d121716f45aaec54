using System.CommandLine;
using FluxLint.Cli.Starting;
using FluxLint.Cli.Terminal;
using FluxLint.Reporting;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint new pack</c>: writes the source of a rule pack with its first rule.</summary>
internal sealed class NewPackCommand(Session session)
{
    private static readonly Argument<string> Name = new("name")
    {
        Description = "The name of the pack: a namespace and a package, as 'Contoso.FluxLint' is.",
    };

    private static readonly Option<string?> Target = new("--directory")
    {
        Description = "The folder to write, in place of one that is called as the pack is.",
        HelpName = "path",
    };

    public static Command Create(Session session)
    {
        var command = new Command("pack", "Write the source of a rule pack: one rule with its page, cases, tests, and all that makes a package of it.") { Name, Target };
        command.SetAction(parsed => new NewPackCommand(session).Run(parsed.GetRequiredValue(Name), parsed.GetValue(Target)));
        return command;
    }

    private int Run(string name, string? target)
    {
        if (CodeName.ProblemOfPack(name) is { } problem)
            return session.Fail(problem);
        var directory = Path.GetFullPath(target ?? name, session.Directory);
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
            return session.Fail($"'{target ?? name}' is there already, is not empty, and stays as it is");
        (string, string)[] words = [(TemplateFiles.Pack, name), (TemplateFiles.Prefix, CodeName.PrefixOf(name)), (TemplateFiles.Version, ToolInfo.Version)];
        var files = TemplateFiles.Of("pack", words).AddRange(TemplateFiles.Of("rule", words));
        NewFiles.Write(directory, files);

        using var writer = new StreamWriter(session.Output, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"wrote {Summary.Count(files.Length, "file")} of the pack '{name}' into '{target ?? name}':");
        foreach (var file in files)
            writer.WriteLine($"  {file.Path}");
        writer.WriteLine($"then, in '{target ?? name}': dotnet test");
        return ExitCode.Clean;
    }
}
