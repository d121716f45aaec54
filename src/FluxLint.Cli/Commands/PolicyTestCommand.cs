using System.Collections.Immutable;
using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Policies;
using FluxLint.Reporting;
using FluxLint.Semantics;
using FluxLint.Testing;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint policies test</c>: runs the examples beside policies, and says which do not give what they state.</summary>
internal sealed class PolicyTestCommand(Session session, RuleSet rules)
{
    private static readonly Argument<string> PathArgument = new("path")
    {
        Description = "The repository, or a part of it whose examples are run.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "The configuration to use in place of fluxlint.yaml at the root.",
        HelpName = "file",
    };

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("test", "Run the examples beside policies. Exit code: 0 all as they state, 1 not all, 2 could not run.") { PathArgument, Config };
        command.SetAction((parsed, cancellation) => Task.FromResult(new PolicyTestCommand(session, rules).Run(parsed.GetRequiredValue(PathArgument), parsed.GetValue(Config), cancellation)));
        return command;
    }

    private int Run(string path, string? configuration, CancellationToken cancellation)
    {
        if (RepositoryRoot.Find(session.Directory, path, out var problem) is not { } root || ConfigurationFile.Find(session, root, configuration, out problem) is not { } file)
            return session.Fail(problem);
        try
        {
            var compilation = Compilation.Create(new DiskFileSystem(root.Directory), new() { ConfigurationPath = file.FilePath, Policy = file.Policy, Rules = rules.Infos });
            var policies = compilation.Configuration.Policies;
            foreach (var wrong in compilation.ConfigurationProblems)
                session.Error.WriteLine($"note: {SafeText.Of($"{wrong.Location}: {wrong.Message}")}");
            if (policies.IsEmpty)
                return session.Fail($"'{root.Directory}' has no policies: 'policies' or 'policyFiles' of fluxlint.yaml name them");
            return Run(root, compilation.Repository, policies, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
    }

    private int Run(RepositoryRoot root, Repository repository, ImmutableArray<Policy> policies, CancellationToken cancellation)
    {
        var directories = PolicyExamples.DirectoriesOf(repository.Files);
        var examples = repository.Files.Select(path => PolicyExamples.Of(path, directories)).OfType<string>().Distinct().Where(example => IsWithin(root.Scope, example)).ToList();
        if (examples.Count == 0)
            return session.Fail("there are no examples here; beside a file of policies, ORG1001.test.yaml is one of the policy ORG1001");
        var runner = new CaseRunner(rules.With(policies));
        var ansi = new Ansi(session.Color);
        var failed = 0;
        foreach (var example in examples)
        {
            cancellation.ThrowIfCancellationRequested();
            var differences = Check(runner, policies, root, example);
            failed += differences.IsEmpty ? 0 : 1;
            session.Print($"{(differences.IsEmpty ? ansi.Added("ok    ") : ansi.Of(Severity.Error, "failed"))}  {SafeText.Of(example)}");
            foreach (var difference in differences)
                session.Print($"          {SafeText.Of(difference)}");
        }
        var untested = policies.Select(policy => policy.Id.Value).Except(examples.Select(PolicyOf)).ToList();
        session.Note($"{examples.Count - failed} passed, {failed} failed{(untested.Count == 0 || root.Scope.Length > 0 ? "" : $"; without an example: {string.Join(", ", untested)}")}");
        return failed == 0 ? ExitCode.Clean : ExitCode.Findings;
    }

    private static ImmutableArray<string> Check(CaseRunner runner, ImmutableArray<Policy> policies, RepositoryRoot root, string example)
    {
        var id = PolicyOf(example);
        if (!policies.Any(policy => policy.Id.Value == id))
            return [$"there is no policy '{id}'"];
        try
        {
            return runner.Run(Path.Combine(root.Directory, example), id).Differences;
        }
        catch (FormatException wrong)
        {
            return [wrong.Message];
        }
    }

    private static string PolicyOf(string example) => RepositoryPath.FileName(example).Split('.')[0];

    private static bool IsWithin(string scope, string example) => scope.Length == 0 || RepositoryPath.IsWithin(scope, example) || RepositoryPath.IsWithin(example, scope);
}
