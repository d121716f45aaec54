using FluxLint.Testing;

namespace Company.FluxLint.Tests;

/// <summary>Runs cases and pages, and checks what a pack owes to those who use it.</summary>
public sealed class PackTests
{
    private static readonly PackRunner Runner = PackRunner.Of(new Pack(), rules: "../../src/Company.FluxLint");

    public static TheoryData<string> Checks() => [.. Runner.Checks];

    [Theory]
    [MemberData(nameof(Checks))]
    public void The_pack_keeps_to_it(string check) => Runner.Run(check);
}
