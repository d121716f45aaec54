using System.Collections.Immutable;

namespace FluxLint.Text.Automata;

/// <summary>A regular expression, whatever syntax it is written in.</summary>
internal abstract record Expression
{
    /// <summary>What the largest size is told as.</summary>
    private const long Huge = int.MaxValue;

    /// <summary>No fewer than the steps it is compiled to, and than the parts that are worked through on the way.</summary>
    public long Size => Math.Min(Huge, Measure());

    protected abstract long Measure();

    /// <summary>One character of a set.</summary>
    public sealed record Set(CharacterSet Characters) : Expression
    {
        protected override long Measure() => 1;
    }

    /// <summary>A place between two characters, such as the start of the text.</summary>
    /// <param name="Kind">The step that goes on at such a place alone.</param>
    public sealed record Edge(StepKind Kind) : Expression
    {
        protected override long Measure() => 1;
    }

    /// <summary>One part after the other.</summary>
    public sealed record Sequence(ImmutableArray<Expression> Parts) : Expression
    {
        protected override long Measure() => 1 + Parts.Sum(part => part.Size);
    }

    /// <summary>One of several parts.</summary>
    public sealed record Choice(ImmutableArray<Expression> Parts) : Expression
    {
        protected override long Measure() => Parts.Sum(part => part.Size + 2);
    }

    /// <summary>A part several times.</summary>
    /// <param name="Part">The part.</param>
    /// <param name="Minimum">The fewest times.</param>
    /// <param name="Maximum">The most times; null when there is no limit.</param>
    /// <param name="IsLazy">Whether fewer times are better than more.</param>
    public sealed record Repeat(Expression Part, int Minimum, int? Maximum, bool IsLazy = false) : Expression
    {
        /// <summary>How often the part is compiled: the last copy is the one that is gone through without a limit.</summary>
        public int Copies => Maximum ?? Math.Max(Minimum, 1);

        // A part that is empty takes work as well, however often it is there.
        protected override long Measure() => 1 + (Copies * (Part.Size + 1));
    }
}
