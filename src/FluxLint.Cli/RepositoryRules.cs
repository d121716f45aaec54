using FluxLint.Analysis;
using FluxLint.Files;
using FluxLint.Semantics;

namespace FluxLint.Cli;

/// <summary>The rules that a command may name: those that are loaded, and the policies of a repository.</summary>
internal static class RepositoryRules
{
    /// <summary>The rules of a repository. What is wrong with it or its configuration is for others to say.</summary>
    public static RuleSet Of(RuleSet rules, RepositoryRoot root, ConfigurationFile file)
    {
        try
        {
            var options = new CompilationOptions { ConfigurationPath = file.FilePath, Policy = file.Policy, Rules = rules.Infos };
            return rules.With(Compilation.Create(new DiskFileSystem(root.Directory), options).Configuration.Policies);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return rules;
        }
    }

    /// <summary>The rules of the repository that the command runs in.</summary>
    public static RuleSet Here(RuleSet rules, Session session) =>
        RepositoryRoot.Find(session.Directory, ".", out _) is { } root && ConfigurationFile.Find(session, root, null, out _) is { } file ? Of(rules, root, file) : rules;
}
