namespace FluxLint.Flux;

/// <summary>
/// What the templates of one ResourceSet may cost together. Each set has its own, and the run has none: what a set makes must
/// depend neither on other sets nor on the order of threads, and must hold as long as the set is the same.
/// </summary>
internal sealed class GoTemplateBudget
{
    private const int MaximumSteps = 1_000_000;
    private const int MaximumSize = 50_000_000;
    private const int MaximumValue = 200_000;
    private const int MaximumDepth = 100;

    // Each character that comes out is parsed, and kept as a part of an object.
    private const int CostOfOutput = 10;

    private int steps;
    private long size;

    /// <summary>What is wrong when the budget is spent.</summary>
    public static string Spent => $"its templates take more than {MaximumSteps:N0} steps or {MaximumSize:N0} characters";

    /// <summary>Takes a step; false when there is none left.</summary>
    public bool Step() => ++steps <= MaximumSteps;

    /// <summary>Takes what it costs to put out so many characters; false when there is not enough left.</summary>
    public bool Write(int length) => (size += (long)length * CostOfOutput) <= MaximumSize;

    /// <summary>Takes what it costs to look through a value; false when there is not enough left.</summary>
    public bool Read(object? value)
    {
        var room = MaximumValue;
        _ = Measure(value, ref room, depth: 0);
        size += MaximumValue - room;
        return size <= MaximumSize;
    }

    /// <summary>Whether a value is small enough to be worked with: texts count by their length, and what is in a list twice counts twice.</summary>
    public static bool Fits(object? value)
    {
        var room = MaximumValue;
        return Measure(value, ref room, depth: 0);
    }

    private static bool Measure(object? value, ref int room, int depth)
    {
        room -= value is string text ? text.Length + 1 : 1;
        IEnumerable<object?> parts = value switch
        {
            object?[] list => list,
            SortedDictionary<string, object?> map => map.Values,
            _ => [],
        };
        foreach (var part in parts)
        {
            if (room < 0 || depth == MaximumDepth || !Measure(part, ref room, depth + 1))
                return false;
        }
        return room >= 0;
    }
}
