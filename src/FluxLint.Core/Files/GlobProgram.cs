namespace FluxLint.Files;

/// <summary>A compiled pattern. All ways to match are followed at once, so that time grows with the length of path times pattern and no faster.</summary>
internal sealed class GlobProgram
{
    private readonly GlobStep[] steps;
    private readonly string prefix;

    private GlobProgram(GlobStep[] steps)
    {
        this.steps = steps;
        prefix = string.Concat(steps.TakeWhile(step => step.Kind == GlobStepKind.Character).Select(step => step.Character));
    }

    public bool Matches(ReadOnlySpan<char> text)
    {
        // No fork leads back into the prefix, because it only holds what comes before the first wildcard.
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        if (prefix.Length == steps.Length - 1)
            return text.Length == prefix.Length;

        var memory = steps.Length <= 128 ? stackalloc int[steps.Length * 4] : new int[steps.Length * 4];
        memory.Clear();
        var now = new Threads(memory[..steps.Length]);
        var next = new Threads(memory.Slice(steps.Length, steps.Length));
        var seen = memory.Slice(steps.Length * 2, steps.Length);
        var open = memory[(steps.Length * 3)..];
        Enter(prefix.Length, ref now, seen, generation: 1, open);
        for (var at = prefix.Length; at < text.Length; at++)
        {
            next.Count = 0;
            for (var i = 0; i < now.Count; i++)
            {
                var step = now.Steps[i];
                if (steps[step].Takes(text[at]))
                    Enter(step + 1, ref next, seen, at + 2, open);
            }
            if (next.Count == 0)
                return false;
            var free = now;
            now = next;
            next = free;
        }
        return now.Steps[..now.Count].Contains(steps.Length - 1);
    }

    private void Enter(int step, ref Threads threads, Span<int> seen, int generation, Span<int> open)
    {
        var waiting = 0;
        while (true)
        {
            if (seen[step] != generation)
            {
                seen[step] = generation;
                if (steps[step].Kind == GlobStepKind.Fork)
                {
                    open[waiting++] = steps[step].Other;
                    step = steps[step].Target;
                    continue;
                }
                threads.Steps[threads.Count++] = step;
            }
            if (waiting == 0)
                return;
            step = open[--waiting];
        }
    }

    private ref struct Threads(Span<int> steps)
    {
        public readonly Span<int> Steps = steps;
        public int Count;
    }

    /// <summary>Puts a program together.</summary>
    public sealed class Builder
    {
        private readonly List<GlobStep> steps = [];

        public int Length => steps.Count;

        public void Character(char c) => steps.Add(new(GlobStepKind.Character, c));

        public void Class(CharacterClass set) => steps.Add(new(GlobStepKind.Class, Class: set));

        /// <summary>One character: <paramref name="kind"/> is <see cref="GlobStepKind.InPart"/> or <see cref="GlobStepKind.Any"/>.</summary>
        public void One(GlobStepKind kind) => steps.Add(new(kind));

        /// <summary>Any number of characters.</summary>
        public void Many(GlobStepKind kind)
        {
            var start = steps.Count;
            steps.Add(new(GlobStepKind.Fork, Target: start + 1, Other: start + 3));
            steps.Add(new(kind));
            steps.Add(new(GlobStepKind.Fork, Target: start, Other: start));
        }

        /// <summary>Any number of directories, each with its <c>/</c>.</summary>
        public void Directories()
        {
            var start = Reserve();
            Many(GlobStepKind.Any);
            Character('/');
            Fork(start, start + 1, steps.Count);
        }

        /// <summary>A place for a fork whose targets are not known yet.</summary>
        public int Reserve()
        {
            steps.Add(new(GlobStepKind.Fork));
            return steps.Count - 1;
        }

        public void Fork(int at, int target, int other) => steps[at] = new(GlobStepKind.Fork, Target: target, Other: other);

        public GlobProgram Build()
        {
            steps.Add(new(GlobStepKind.End));
            return new([.. steps]);
        }
    }
}
