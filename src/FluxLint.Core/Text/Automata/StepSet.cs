namespace FluxLint.Text.Automata;

/// <summary>Numbers of steps, each once, in the order they were added. The memory need not be cleared, before or between uses.</summary>
internal ref struct StepSet(Span<int> numbers, Span<int> places)
{
    private readonly Span<int> numbers = numbers;
    private readonly Span<int> places = places;

    public int Count { get; private set; }

    public readonly int this[int index] => numbers[index];

    public void Add(int step)
    {
        var place = places[step];
        if ((uint)place < (uint)Count && numbers[place] == step)
            return;
        places[step] = Count;
        numbers[Count++] = step;
    }

    public void Clear() => Count = 0;
}
