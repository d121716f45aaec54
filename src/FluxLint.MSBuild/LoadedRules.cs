using Microsoft.Build.Framework;

namespace FluxLint.MSBuild;

/// <summary>The task: tells the ids of the rules that a lint runs, so that a build can pick what concerns them from its properties.</summary>
public sealed class LoadedRules : ITask
{
    /// <inheritdoc/>
    public required IBuildEngine BuildEngine { get; set; }

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The ids, those of packs included.</summary>
    [Output]
    public string[] Ids { get; private set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        Ids = [.. LintRun.RuleSet.Rules.Select(rule => rule.Describe().Id)];
        return true;
    }
}
