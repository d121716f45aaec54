namespace FluxLint.Text.Automata;

/// <summary>
/// Finds what an expression matches as RE2 does: as far left as it can, and of several ways from there the one that the expression prefers. Ways that come to the
/// same step are one, so that the time is bounded by the number of steps times the length of the text.
/// </summary>
internal sealed class PatternSearch
{
    private readonly Automaton automaton;
    private readonly string text;
    private readonly Stack<int> open = new();
    private Ways current;
    private Ways following;

    public PatternSearch(Automaton automaton, string text)
    {
        this.automaton = automaton;
        this.text = text;
        current = new(automaton.Length);
        following = new(automaton.Length);
    }

    /// <summary>How many characters were read in all searches.</summary>
    public long Read { get; private set; }

    /// <summary>The first match.</summary>
    /// <param name="from">Where to begin.</param>
    public (int Start, int End)? Find(int from)
    {
        (int Start, int End)? found = null;
        var at = from;
        current.Clear();
        while (true)
        {
            if (found is null && (at == 0 || !automaton.IsAnchored))
                Add(current, 0, at, at);
            if (current.Count == 0 && (found is not null || automaton.IsAnchored))
                break;
            var here = at;
            var character = at < text.Length ? CodePoint.Read(text, ref at) : -1;
            found = Take(character, here, at) ?? found;
            if (character < 0)
                break;
            Read += at - here;
            (current, following) = (following, current);
        }
        return found;
    }

    /// <summary>What the next character leads to, and the match that is better than what is left of the ways; null when there is none here.</summary>
    private (int Start, int End)? Take(int character, int here, int next)
    {
        following.Clear();
        for (var i = 0; i < current.Count; i++)
        {
            var (number, start) = current[i];
            var step = automaton.Steps[number];
            if (step.Kind == StepKind.Match)
                return (start, here);
            if (character >= 0 && step.Characters?.Contains(character) == true)
                Add(following, number + 1, start, next);
        }
        return null;
    }

    /// <summary>Adds a step, or what it leads to without a character.</summary>
    private void Add(Ways ways, int first, int start, int at)
    {
        open.Push(first);
        while (open.TryPop(out var number))
        {
            if (!ways.Visit(number))
                continue;
            var step = automaton.Steps[number];
            if (step.Kind == StepKind.Fork)
            {
                open.Push(step.Other);
                open.Push(step.Next);
            }
            else if (step.Kind is StepKind.Set or StepKind.Match)
            {
                ways.Add(number, start);
            }
            else if (TextEdge.IsAt(step.Kind, text, at))
            {
                open.Push(number + 1);
            }
        }
    }

    /// <summary>Steps that are reached, the best first, each with the start of its match.</summary>
    private sealed class Ways(int length)
    {
        private readonly (int Number, int Start)[] ways = new (int, int)[length];
        private readonly int[] visits = new int[length];
        private int round = 1;

        public int Count { get; private set; }

        public (int Number, int Start) this[int index] => ways[index];

        public bool Visit(int number)
        {
            if (visits[number] == round)
                return false;
            visits[number] = round;
            return true;
        }

        public void Add(int number, int start) => ways[Count++] = (number, start);

        public void Clear()
        {
            Count = 0;
            round++;
        }
    }
}
