using CsCheck;

namespace FluxLint.Core.Tests.Kustomize.Output;

/// <summary>
/// How many random builds are compared with kubectl, which takes a tenth of a second for each: the same 40 at every run, or as
/// many new ones as <c>FLUXLINT_BUILDS</c> says, shrunk when one differs.
/// </summary>
internal static class Iterations
{
    private const int Fixed = 40;

    public static void Run<T>(this Gen<T> gen, Action<T> check)
    {
        if (long.TryParse(Environment.GetEnvironmentVariable("FLUXLINT_BUILDS"), out var count))
        {
            gen.Sample(check, iter: count, threads: 2);
            return;
        }
        for (var i = 0u; i < Fixed; i++)
            check(gen.Generate(new PCG(i, i), null, out _));
    }
}
