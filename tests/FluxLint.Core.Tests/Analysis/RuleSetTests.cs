using FluxLint.Analysis;

namespace FluxLint.Core.Tests.Analysis;

public sealed class RuleSetTests
{
    [Fact]
    public void Rules_of_all_packs_are_in_id_order()
    {
        var rules = RuleSet.Of(new SmallPack("second", "ACME002", (_, _) => { }), new SmallPack("first", "ACME001", (_, _) => { }));

        Assert.Equal(["ACME001", "ACME002"], rules.Infos.Select(rule => rule.Id));
    }

    [Fact]
    public void Two_rules_of_one_id_are_refused_with_a_sentence()
    {
        var refused = Assert.Throws<ArgumentException>(() => RuleSet.Of(new SmallPack("Acme.Rules", "ACME001", (_, _) => { }), new SmallPack("Other.Rules", "ACME001", (_, _) => { })));

        Assert.Equal("the rules 'small-rule' of Acme.Rules and 'small-rule' of Other.Rules have the same id, ACME001: load only one of them", refused.Message);
    }
}
