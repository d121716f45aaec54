namespace FluxLint.Core.Tests.Syntax;

/// <summary>A test over the real repositories that <c>FLUXLINT_CORPORA</c> names; skipped where it is not set.</summary>
internal sealed class CorporaFactAttribute : FactAttribute
{
    public CorporaFactAttribute()
    {
        if (Directory is null)
            Skip = "FLUXLINT_CORPORA does not name a directory of repositories";
    }

    public static string? Directory { get; } =
        Environment.GetEnvironmentVariable("FLUXLINT_CORPORA") is { } path && System.IO.Directory.Exists(path) ? path : null;
}
