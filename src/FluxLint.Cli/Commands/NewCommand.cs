using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Starting;
using FluxLint.Cli.Terminal;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint new cluster</c>: writes the directory of a cluster as its class wants it.</summary>
internal sealed class NewCommand(Session session, RuleSet rules) : FleetCommand(session, rules)
{
    private static readonly Argument<string> Name = new("class/name")
    {
        Description = "The class, and the name of the directory. A class that lies in several directories wants the parts before the name, too.",
    };

    private static readonly Option<string> Root = new("--root")
    {
        Description = "The repository, or a path in it.",
        HelpName = "path",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    public static Command Create(Session session, RuleSet rules)
    {
        var cluster = new Command("cluster", "Write the directory of a new cluster: what its class requires, and the files of a sibling with its names.") { Name, Root, Config };
        cluster.SetAction((parsed, cancellation) => Task.FromResult(new NewCommand(session, rules).Run(parsed, cancellation)));
        return new("new", "Write what is to be: a cluster of the fleet, a rule pack, or a rule in one.") { cluster, NewPackCommand.Create(session), NewRuleCommand.Create(session, rules) };
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (RepositoryRoot.Find(Session.Directory, parsed.GetRequiredValue(Root), out var problem) is not { } root)
            return Session.Fail(problem);
        return Show(root, parsed.GetValue(Config), compilation => Write(compilation, root, parsed.GetRequiredValue(Name)), cancellation, showsNone: true);
    }

    private int Write(Compilation compilation, RepositoryRoot root, string name)
    {
        if (NewCluster.Find(compilation, name, out var problem) is not { } cluster)
            return Session.Fail(problem);
        var skeleton = ClusterSkeleton.Of(compilation, cluster);
        NewFiles.Write(root.Directory, skeleton.Files);
        Report(cluster, skeleton);
        return ExitCode.Clean;
    }

    private void Report(NewCluster cluster, ClusterSkeleton skeleton)
    {
        using var writer = new StreamWriter(Session.Output, leaveOpen: true) { NewLine = "\n" };
        var like = skeleton.Sibling is { } sibling ? $", as '{sibling}' has them" : "";
        writer.WriteLine($"wrote {Summary.Count(skeleton.Files.Length, "file")} of cluster '{cluster.Directory}'{like}:");
        foreach (var file in skeleton.Files)
            writer.WriteLine($"  {file.Path}");
        if (!skeleton.LeftOut.IsEmpty)
        {
            writer.WriteLine("left out, since they are encrypted or no YAML:");
            foreach (var path in skeleton.LeftOut)
                writer.WriteLine($"  {path}");
        }
        if (!skeleton.Open.IsEmpty)
        {
            writer.WriteLine($"these values are its own: put them in the place of '{ClusterSkeleton.Placeholder}'");
            foreach (var place in skeleton.Open)
                writer.WriteLine($"  {place}");
        }
        if (skeleton.IsOfOnlySibling)
            writer.WriteLine("no other cluster of the class tells which values are its own: read all of them");
        writer.WriteLine($"then: fluxlint lint {cluster.Directory}");
    }
}
