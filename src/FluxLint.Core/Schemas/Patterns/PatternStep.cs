namespace FluxLint.Schemas.Patterns;

/// <summary>A step of a <see cref="PatternProgram"/>.</summary>
internal sealed record PatternStep(PatternStepKind Kind)
{
    /// <summary>The characters that a step over one allows.</summary>
    public CharacterSet? Characters { get; init; }

    /// <summary>Where a fork goes on.</summary>
    public int Next { get; init; }

    /// <summary>Where a fork goes on as well.</summary>
    public int Other { get; init; }
}
