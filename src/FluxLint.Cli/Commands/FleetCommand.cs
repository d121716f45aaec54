using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Semantics;

namespace FluxLint.Cli.Commands;

/// <summary>A command that shows clusters of a repository.</summary>
internal abstract class FleetCommand(Session session, RuleSet rules)
{
    protected Session Session => session;

    /// <summary>Opens a repository and shows it. What is wrong with the configuration is told beside the output.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="configuration">The configuration to use in place of the one at the root.</param>
    /// <param name="show">Shows it.</param>
    /// <param name="cancellation">Stops the work between two clusters.</param>
    /// <param name="showsNone">Whether there is something to show of a repository without clusters.</param>
    protected int Show(RepositoryRoot root, string? configuration, Func<Compilation, int> show, CancellationToken cancellation, bool showsNone = false)
    {
        if (ConfigurationFile.Find(session, root, configuration, out var problem) is not { } file)
            return session.Fail(problem);
        try
        {
            var compilation = Compilation.Create(new DiskFileSystem(root.Directory), new() { ConfigurationPath = file.FilePath, Policy = file.Policy, Rules = rules.Infos });
            foreach (var wrong in compilation.ConfigurationProblems)
                session.Error.WriteLine($"note: {SafeText.Of($"{wrong.Location}: {wrong.Message}")}");
            return compilation.GetFleet(cancellation).Clusters.IsEmpty && !showsNone ? session.Fail($"there are no clusters in '{root.Directory}'; 'fluxlint clusters --suggest' prints a configuration that names some") : show(compilation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
    }
}
