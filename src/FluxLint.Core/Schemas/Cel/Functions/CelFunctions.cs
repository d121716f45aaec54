using System.Collections.Immutable;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Calls functions. A method is a function with its target as first argument.</summary>
internal static class CelFunctions
{
    public static CelValue Call(string name, ImmutableArray<CelValue> arguments, CelBudget budget)
    {
        if (arguments.Any(argument => argument is Unknown) || !budget.Take(arguments.Sum(Size)))
            return new Unknown();
        var value = StandardFunctions.Call(name, arguments, budget)
            ?? Conversions.Call(name, arguments)
            ?? StringFunctions.Call(name, arguments, budget)
            ?? RegexFunctions.Call(name, arguments, budget)
            ?? ListFunctions.Call(name, arguments, budget)
            ?? OptionalFunctions.Call(name, arguments)
            ?? TimeFunctions.Call(name, arguments)
            ?? MathFunctions.Call(name, arguments)
            ?? SetFunctions.Call(name, arguments, budget)
            ?? Quantities.Call(name, arguments)
            ?? SemverFunctions.Call(name, arguments)
            ?? UrlFunctions.Call(name, arguments)
            ?? AddressFunctions.Call(name, arguments)
            ?? FormatFunctions.Call(name, arguments)
            ?? NoOverload;
        // What is not known may be of the type that is asked for.
        return ReferenceEquals(value, NoOverload) && arguments.Any(argument => argument is Seq list && list.Items.Any(item => item is Unknown)) ? new Unknown() : value;
    }

    /// <summary>How much a value is to look through, or to keep.</summary>
    public static long Size(CelValue value) => value switch
    {
        Str { Value: var text } => 1 + text.Length / 8,
        Bytes { Value: var bytes } => 1 + bytes.Length / 8,
        Seq { Items: var items } => 1 + items.Length,
        _ => 1,
    };
}
