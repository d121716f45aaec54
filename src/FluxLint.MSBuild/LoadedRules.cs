using FluxLint.Analysis;
using Microsoft.Build.Framework;

namespace FluxLint.MSBuild;

/// <summary>The task: tells the ids of the rules that a lint runs, so that a build can pick what concerns them from its properties.</summary>
public sealed class LoadedRules : ITask
{
    /// <inheritdoc/>
    public required IBuildEngine BuildEngine { get; set; }

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>Full path of the repository, whose packs and policies bring rules as well; empty for the built-in rules alone.</summary>
    public string Root { get; set; } = "";

    /// <summary>Full path of the configuration; empty for <c>fluxlint.yaml</c> at the root.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>The packs that may run.</summary>
    public string AllowedPacks { get; set; } = "";

    /// <summary>The ids, those of packs and policies included.</summary>
    [Output]
    public string[] Ids { get; private set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        Ids = [.. BuildRules.BuiltIn.Rules.Select(rule => rule.Describe().Id)];
        if (Root.Length == 0 || LintRequest.Create(Root, Configuration, "", "", "", out _) is not { } request)
            return true;
        try
        {
            Ids = BuildRules.Run(request with { AllowedPacks = AllowedPacks }, _ => { }, (rules, _) => IdsOf(request, rules));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // What is wrong with the repository or its packs is for the lint to say.
        }
        return true;
    }

    private static string[] IdsOf(LintRequest request, RuleSet rules) => [.. rules.Rules.Select(rule => rule.Describe().Id), .. LintRun.Policies(request, rules)];
}
