namespace FluxLint.Cli.Packs;

/// <summary>What rules of packs may take.</summary>
/// <param name="Time">How long one may look at one thing.</param>
/// <param name="Bytes">How much memory the process may hold while one is at work.</param>
internal sealed record PackLimits(TimeSpan Time, long Bytes)
{
    /// <summary>What is out of the ordinary by far: a look takes microseconds.</summary>
    public static PackLimits Usual { get; } = new(TimeSpan.FromSeconds(10), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 * 3);
}
