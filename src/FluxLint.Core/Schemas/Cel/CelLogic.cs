using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Conditions of which one may decide, whatever the others are.</summary>
internal static class CelLogic
{
    /// <summary><c>||</c> when true decides, <c>&amp;&amp;</c> when false does. What is not known wins over what fails.</summary>
    public static CelValue Decide(bool decides, CelValue left, Func<CelValue> evaluateRight)
    {
        if (left is Bool { Value: var first } && first == decides)
            return left;
        var right = evaluateRight();
        if (right is Bool { Value: var second } && second == decides)
            return right;
        if (left is Unknown || right is Unknown)
            return new Unknown();
        if (left is Failure || right is Failure)
            return left is Failure ? left : right;
        return left is Bool && right is Bool ? right : NoOverload;
    }
}
