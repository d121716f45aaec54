using FluxLint.Diagnostics;

namespace FluxLint.Core.Tests.Diagnostics;

/// <summary>What rules are grouped by.</summary>
public sealed class RuleCategoryTests
{
    [Fact]
    public void A_pack_has_categories_of_its_own_without_a_number_block()
    {
        var own = new RuleCategory("Acme");

        Assert.Equal(new("Acme"), own);
        Assert.NotEqual(RuleCategory.Flux, own);
        Assert.Equal(("Acme", null), (own.ToString(), own.Block));
    }

    [Fact]
    public void Built_in_categories_are_numbered_from_zero() =>
        Assert.Equal(Enumerable.Range(0, 10), RuleCategory.BuiltIn.Select(category => category.Block ?? -1));
}
