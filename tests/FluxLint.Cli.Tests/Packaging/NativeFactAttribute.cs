namespace FluxLint.Cli.Tests.Packaging;

/// <summary>A test of the native program, skipped where nothing can link one.</summary>
internal sealed class NativeFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> CanLink = new(() => OperatingSystem.IsLinux() && (ToolRun.CanRun("clang") || ToolRun.CanRun("gcc")));

    public NativeFactAttribute()
    {
        if (!CanLink.Value)
            Skip = "clang is not installed, which links the native program";
    }
}
