using FluxLint.Fuzz;

namespace FluxLint.Rules.Tests;

/// <summary>The first repositories of the fuzzer, which goes on for as long as it is told when it is run by itself.</summary>
public sealed class FuzzTests
{
    private const int Repositories = 300;

    [Fact]
    public void Whatever_a_repository_holds_is_linted_reported_fixed_and_edited()
    {
        var corpus = Corpus.Load();

        Assert.All(Enumerable.Range(1, Repositories), seed => Assert.Null(Attempt.Run(corpus, seed)));
    }
}
