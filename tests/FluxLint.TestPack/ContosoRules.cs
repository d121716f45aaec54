using System.Collections.Immutable;
using FluxLint.Analysis;

namespace FluxLint.TestPack;

/// <summary>A pack of an invented company.</summary>
public sealed class ContosoRules : RulePack
{
    public ContosoRules() => Behavior.At("constructor");

    public override string Name => "Contoso.FluxLint";

    public override ImmutableArray<Rule> Rules => Behavior.Is("has a rule twice") ? [new MissingOwner(), new MissingOwner()] : [new MissingOwner()];

    public override string Page(Rule rule)
    {
        Behavior.At("page");
        return "# Objects without an owner\n\nNobody answers for an object that has no label `owner`.\n";
    }
}
