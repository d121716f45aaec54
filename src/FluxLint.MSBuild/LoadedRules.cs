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

    /// <summary>Full path of the repository; empty for the built-in rules alone.</summary>
    public string Root { get; set; } = "";

    /// <summary>Full path of the configuration; empty for <c>fluxlint.yaml</c> at the root.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>The packs that may run.</summary>
    public string AllowedPacks { get; set; } = "";

    /// <summary>The ids, those of packs included.</summary>
    [Output]
    public string[] Ids { get; private set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        // What is wrong with the properties is for the lint to say.
        Ids = LintRequest.Create(Root, Configuration, "", "", out _) is { } request && Root.Length > 0
            ? BuildRules.Run(request with { AllowedPacks = AllowedPacks }, _ => { }, (rules, _) => IdsOf(rules))
            : IdsOf(BuildRules.BuiltIn);
        return true;
    }

    private static string[] IdsOf(RuleSet rules) => [.. rules.Rules.Select(rule => rule.Describe().Id)];
}
