using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using FluxLint.Analysis;
using FluxLint.Cli.Starting;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint new rule</c>: adds a rule to the source of a pack, with page, cases and its place in the list.</summary>
internal sealed class NewRuleCommand(Session session, RuleSet rules)
{
    private static readonly Argument<string> Name = new("name")
    {
        Description = "The rule by its class, as 'MissingOwner', or by the name that users write, as 'missing-owner'.",
    };

    private static readonly Option<string> Target = new("--directory")
    {
        Description = "The pack, or a folder in it.",
        HelpName = "path",
        DefaultValueFactory = _ => ".",
    };

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("rule", "Add a rule to the source of a pack: class, page, cases, and an entry in its list.") { Name, Target };
        command.SetAction(parsed => new NewRuleCommand(session, rules).Run(parsed.GetRequiredValue(Name), parsed.GetRequiredValue(Target)));
        return command;
    }

    private int Run(string name, string target)
    {
        if (CodeName.ClassOf(name) is not { } rule)
            return session.Fail($"'{name}' cannot be the name of a rule: it is to be a class and a name that users write, as 'MissingOwner' and 'missing-owner' are");
        var directory = Path.GetFullPath(target, session.Directory);
        if (!Directory.Exists(directory))
            return session.Fail($"there is no directory '{target}'");
        if (PackProject.Find(directory, out var obstacle) is not { } pack)
            return session.Fail(obstacle);
        var files = FilesOf(pack, rule);
        if (Problem(pack, rule, files) is { } problem)
            return session.Fail(problem);
        var known = File.ReadAllBytes(pack.ListFile);
        if (RuleList.With(Encoding.UTF8.GetString(known), rule) is not { } list)
            return session.Fail($"the list in '{pack.ListFile}' is not written as '[new One(), new Two()]'");
        NewFiles.Write(pack.Root, files);
        AtomicFile.Update(pack.ListFile, known, Encoding.UTF8.GetBytes(list));
        Report(pack, rule, files);
        return ExitCode.Clean;
    }

    private static ImmutableArray<SkeletonFile> FilesOf(PackProject pack, string rule) => TemplateFiles.Of(
        "rule",
        ($"src/{TemplateFiles.Pack}/", Relative(pack, pack.Rules) is "." ? "" : Relative(pack, pack.Rules) + "/"),
        ($"tests/{TemplateFiles.Pack}.Tests/Cases", Relative(pack, pack.Cases)),
        (TemplateFiles.Pack, pack.Namespace),
        (TemplateFiles.Id, pack.NextId),
        (TemplateFiles.Rule, rule),
        (CodeName.KebabOf(TemplateFiles.Rule), CodeName.KebabOf(rule)));

    private string? Problem(PackProject pack, string rule, ImmutableArray<SkeletonFile> files)
    {
        if (rules.Infos.FirstOrDefault(known => known.Name == CodeName.KebabOf(rule)) is { } builtIn)
            return $"'{builtIn.Name}' is the name of {builtIn.Id}, a built-in rule";
        // A class that is called as one of those that it uses would hide that.
        if (rule == pack.Class || TemplateFiles.Of("rule").Any(file => Words(Encoding.UTF8.GetString(file.Content.AsSpan())).Contains(rule)))
            return $"'{rule}' cannot be the name of a rule: rules use a class of this name";
        return NewFiles.Problem(pack.Root, files);
    }

    private static IEnumerable<string> Words(string text) => text.Split([.. text.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()]);

    private static string Relative(PackProject pack, string path) => Path.GetRelativePath(pack.Root, path).Replace('\\', '/');

    private void Report(PackProject pack, string rule, ImmutableArray<SkeletonFile> files)
    {
        using var writer = new StreamWriter(session.Output, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"wrote {pack.NextId}, {CodeName.KebabOf(rule)}, and added it to '{Relative(pack, pack.ListFile)}':");
        foreach (var file in files)
            writer.WriteLine($"  {file.Path}");
        writer.WriteLine("It is a copy of the example, whose tests pass. Now write what yours is to find: cases, class, page, in this order.");
    }
}
