using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.PreCommit;

/// <summary>A test that needs pre-commit, skipped where it is not installed.</summary>
internal sealed class PreCommitFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsInstalled = new(() => ToolRun.CanRun("pre-commit"));

    public PreCommitFactAttribute()
    {
        if (!IsInstalled.Value)
            Skip = "pre-commit is not installed";
    }
}
