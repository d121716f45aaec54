namespace FluxLint.Flux;

/// <summary>Functions that compare and choose.</summary>
internal static class GoTemplateComparisons
{
    public static Dictionary<string, GoTemplateFunction> All { get; } = new(StringComparer.Ordinal)
    {
        ["not"] = new(1, arguments => !GoTemplateValues.IsTrue(arguments[0])),
        ["eq"] = new(2, arguments => arguments[1..].Any(other => AreEqual(arguments[0], other)), TakesMore: true),
        ["ne"] = new(2, arguments => !AreEqual(arguments[0], arguments[1])),
        ["lt"] = new(2, arguments => Compare(arguments) < 0),
        ["le"] = new(2, arguments => Compare(arguments) <= 0),
        ["gt"] = new(2, arguments => Compare(arguments) > 0),
        ["ge"] = new(2, arguments => Compare(arguments) >= 0),
        ["default"] = new(1, arguments => arguments.Length > 1 && GoTemplateValues.IsTrue(arguments[1]) ? arguments[1] : arguments[0], TakesMore: true),
        ["empty"] = new(1, arguments => !GoTemplateValues.IsTrue(arguments[0])),
        ["coalesce"] = new(0, arguments => arguments.FirstOrDefault(GoTemplateValues.IsTrue), TakesMore: true),
        ["all"] = new(0, arguments => arguments.All(GoTemplateValues.IsTrue), TakesMore: true),
        ["any"] = new(0, arguments => arguments.Any(GoTemplateValues.IsTrue), TakesMore: true),
        ["ternary"] = new(3, arguments => (bool?)arguments[2] ?? throw new InvalidCastException() ? arguments[0] : arguments[1]),
        ["kindOf"] = new(1, arguments => Kind(arguments[0])),
        ["kindIs"] = new(2, arguments => Kind(arguments[1]) == arguments[0] as string),
        ["fail"] = new(1, arguments => throw new FormatException($"it fails with '{arguments[0]}'")),
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
