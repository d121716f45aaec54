namespace FluxLint.Flux;

/// <summary>Functions that compare and choose.</summary>
internal static class GoTemplateComparisons
{
    public static Dictionary<string, Func<object?[], object?>> All { get; } = new(StringComparer.Ordinal)
    {
        ["not"] = arguments => !GoTemplateValues.IsTrue(arguments[0]),
        ["eq"] = arguments => arguments[1..].Any(other => AreEqual(arguments[0], other)),
        ["ne"] = arguments => !AreEqual(arguments[0], arguments[1]),
        ["lt"] = arguments => Compare(arguments) < 0,
        ["le"] = arguments => Compare(arguments) <= 0,
        ["gt"] = arguments => Compare(arguments) > 0,
        ["ge"] = arguments => Compare(arguments) >= 0,
        ["default"] = arguments => arguments.Length > 1 && GoTemplateValues.IsTrue(arguments[1]) ? arguments[1] : arguments[0],
        ["empty"] = arguments => !GoTemplateValues.IsTrue(arguments[0]),
        ["coalesce"] = arguments => arguments.FirstOrDefault(GoTemplateValues.IsTrue),
        ["all"] = arguments => arguments.All(GoTemplateValues.IsTrue),
        ["any"] = arguments => arguments.Any(GoTemplateValues.IsTrue),
        ["ternary"] = arguments => (bool?)arguments[2] ?? throw new InvalidCastException() ? arguments[0] : arguments[1],
        ["kindOf"] = arguments => Kind(arguments[0]),
        ["kindIs"] = arguments => Kind(arguments[1]) == arguments[0] as string,
        ["fail"] = arguments => throw new FormatException($"it fails with '{arguments[0]}'"),
    };

    private static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (object?[] or SortedDictionary<string, object?>, _) => throw new FormatException("lists and maps cannot be compared"),
        _ when left.GetType() != right.GetType() => throw new FormatException($"'{GoTemplateValues.Text(left)}' and '{GoTemplateValues.Text(right)}' are of different types"),
        _ => left.Equals(right),
    };

    private static int Compare(object?[] arguments) => (arguments[0], arguments[1]) switch
    {
        (long left, long right) => left.CompareTo(right),
        (double left, double right) => left.CompareTo(right),
        (string left, string right) => string.CompareOrdinal(left, right),
        var (left, right) => throw new FormatException($"'{GoTemplateValues.Text(left)}' and '{GoTemplateValues.Text(right)}' cannot be compared"),
    };

    private static string Kind(object? value) => value switch
    {
        null => "invalid",
        string => "string",
        bool => "bool",
        long => "int64",
        double => "float64",
        object?[] => "slice",
        _ => "map",
    };
}
