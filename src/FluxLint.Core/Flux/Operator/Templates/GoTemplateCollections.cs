using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>Functions that work on lists and maps.</summary>
internal static class GoTemplateCollections
{
    public static Dictionary<string, GoTemplateFunction> All { get; } = new(StringComparer.Ordinal)
    {
        ["list"] = new(0, arguments => arguments, TakesMore: true),
        ["tuple"] = new(0, arguments => arguments, TakesMore: true),
        ["dict"] = new(0, Dictionary, TakesMore: true),
        ["len"] = new(1, arguments => arguments[0] switch
        {
            string text => (long)System.Text.Encoding.UTF8.GetByteCount(text),
            SortedDictionary<string, object?> map => (long)map.Count,
            var list => (long)List(list).Length,
        }),
        ["index"] = new(1, arguments => arguments[1..].Aggregate(arguments[0], Index), TakesMore: true),
        ["get"] = new(2, arguments => Map(arguments[0]).TryGetValue(Key(arguments[1]), out var value) ? value : ""),
        ["hasKey"] = new(2, arguments => Map(arguments[0]).ContainsKey(Key(arguments[1]))),
        ["first"] = new(1, arguments => List(arguments[0]).FirstOrDefault()),
        ["last"] = new(1, arguments => List(arguments[0]).LastOrDefault()),
        ["rest"] = new(1, arguments => List(arguments[0]).Skip(1).ToArray()),
        ["initial"] = new(1, arguments => List(arguments[0]).SkipLast(1).ToArray()),
        ["append"] = new(2, arguments => List(arguments[0]).Append(arguments[1]).ToArray()),
        ["prepend"] = new(2, arguments => List(arguments[0]).Prepend(arguments[1]).ToArray()),
        ["concat"] = new(0, arguments => arguments.SelectMany(List).ToArray(), TakesMore: true),
        ["reverse"] = new(1, arguments => List(arguments[0]).Reverse().ToArray()),
        ["compact"] = new(1, arguments => List(arguments[0]).Where(GoTemplateValues.IsTrue).ToArray()),
        ["uniq"] = new(1, arguments => List(arguments[0]).DistinctBy(GoTemplateValues.Json).ToArray()),
        ["has"] = new(2, arguments => GoTemplateValues.Json(arguments[0]) is var wanted && List(arguments[1]).Any(item => GoTemplateValues.Json(item) == wanted)),
        ["sortAlpha"] = new(1, arguments => List(arguments[0]).Select(GoTemplateValues.Text).Order(StringComparer.Ordinal).ToArray<object?>()),
        ["keys"] = new(0, arguments => arguments.SelectMany(map => Map(map).Keys).ToArray<object?>(), TakesMore: true),
    };

    /// <summary>The items of a list.</summary>
    public static object?[] List(object? value) => (object?[]?)value ?? [];

    private static SortedDictionary<string, object?> Map(object? value) => (SortedDictionary<string, object?>?)value ?? throw new InvalidCastException();

    private static string Key(object? value) => (string?)value ?? throw new InvalidCastException();

    private static SortedDictionary<string, object?> Dictionary(object?[] arguments)
    {
        var map = GoTemplateValues.Map();
        for (var i = 0; i < arguments.Length; i += 2)
            map[GoTemplateValues.Text(arguments[i])] = i + 1 < arguments.Length ? arguments[i + 1] : "";
        return map;
    }

    private static object? Index(object? value, object? key) => value switch
    {
        // Go gives the zero value of the map, which is nil, for a key that is not there.
        SortedDictionary<string, object?> map => map.GetValueOrDefault(Key(key)),
        object?[] list when key is long and >= 0 and var index && index < list.Length => list[index],
        _ => throw new InvalidCastException(),
    };
}
