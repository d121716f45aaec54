namespace FluxLint.Schemas.Cel;

/// <summary>Steps that several budgets draw on when their own are spent.</summary>
internal sealed class StepPool(long steps)
{
    private long steps = steps;

    /// <summary>Takes steps out; false when there are not enough.</summary>
    public bool Draw(long count) => Interlocked.Add(ref steps, -count) >= 0;
}
