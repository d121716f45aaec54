using FluxLint.Testing;

namespace FluxLint.Rules.Tests;

/// <summary>What every pack owes, ours included.</summary>
public sealed class PackTests
{
    private static readonly PackRunner Runner = PackRunner.Of(new BuiltInRules(), rules: "../../rules/FluxLint.Rules");

    public static TheoryData<string> Checks() => [.. Runner.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public void The_pack_keeps_to_it(string check) => Runner.Run(check);
}
