using Microsoft.Build.Framework;

namespace FluxLint.MSBuild;

/// <summary>The task: tells the ids of the rules that a lint runs, so that a build can pick what concerns them from its properties.</summary>
public sealed class LoadedRules : ITask
{
    /// <inheritdoc/>
    public required IBuildEngine BuildEngine { get; set; }

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>Full path of the repository, whose policies are rules as well; empty for none.</summary>
    public string Root { get; set; } = "";

    /// <summary>Full path of the configuration; empty for <c>fluxlint.yaml</c> at the root.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>The ids, those of packs and policies included.</summary>
    [Output]
    public string[] Ids { get; private set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        Ids = [.. LintRun.RuleSet.Rules.Select(rule => rule.Describe().Id), .. Policies()];
        return true;
    }

    /// <summary>The ids of policies. What is wrong with the repository or its configuration is for the lint to say.</summary>
    private IEnumerable<string> Policies()
    {
        if (Root.Length == 0 || LintRequest.Create(Root, Configuration, "", "", out _) is not { } request)
            return [];
        try
        {
            return LintRun.Policies(request);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
