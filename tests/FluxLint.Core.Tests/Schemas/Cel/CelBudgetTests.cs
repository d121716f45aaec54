using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;

namespace FluxLint.Core.Tests.Schemas.Cel;

/// <summary>What expressions may have in memory at once, however many steps they have.</summary>
public sealed class CelBudgetTests
{
    private const string Many = "lists.range(600).map(a, lists.range(600))";

    [Theory]
    [InlineData("lists.range(900).map(a, lists.range(900))")]
    [InlineData("lists.range(900).map(a, lists.range(900).map(b, b))")]
    [InlineData("lists.range(900).map(a, lists.range(900).transformMap(i, b, b))")]
    [InlineData("lists.range(900).map(a, lists.range(200).map(b, [a, b]))")]
    [InlineData("lists.range(900).map(a, lists.range(900).map(b, {a: b}))")]
    [InlineData("lists.range(999).map(a, lists.range(999).map(b, string(b)).join('-').split('-'))")]
    public void Values_are_as_many_as_they_may_be(string expression)
    {
        var budget = new CelBudget(long.MaxValue);

        Assert.IsType<CelValue.Unknown>(Evaluate(expression, budget));
        Assert.True(budget.IsSpent);
    }

    [Fact]
    public void Each_object_may_have_as_many()
    {
        var budget = new CelBudget(long.MaxValue);

        for (var i = 0; i < 5; i++)
        {
            budget.Begin();
            Assert.Equal(600, Assert.IsType<CelValue.Seq>(Evaluate(Many, budget)).Items.Length);
        }
        Assert.IsType<CelValue.Seq>(Evaluate(Many, new(long.MaxValue)));
        Assert.Equal((false, true), (budget.IsSpent, Evaluate(Many, budget) is CelValue.Unknown));
    }

    private static CelValue Evaluate(string expression, CelBudget budget)
    {
        Assert.NotNull(CelExpression.Parse(expression, out var error));
        Assert.Null(error);
        return new CelEvaluator(budget).Evaluate(CelExpression.Parse(expression, out _) ?? throw new InvalidOperationException(), null);
    }
}
