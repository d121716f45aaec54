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
    protected int Show(RepositoryRoot root, string? configuration, Func<Compilation, int> show, CancellationToken cancellation)
    {
        if (ConfigurationFile.Find(session, root, configuration, out var problem) is not { } path)
            return session.Fail(problem);
        try
        {
            var compilation = Compilation.Create(new DiskFileSystem(root.Directory), new() { ConfigurationPath = path, Rules = rules.Infos });
            foreach (var wrong in compilation.ConfigurationProblems)
                session.Error.WriteLine($"note: {SafeText.Of($"{wrong.Location}: {wrong.Message}")}");
            return compilation.GetFleet(cancellation).Clusters.IsEmpty ? session.Fail($"there are no clusters in '{root.Directory}'") : show(compilation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
    }
}
