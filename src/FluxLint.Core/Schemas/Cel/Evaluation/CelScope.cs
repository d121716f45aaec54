namespace FluxLint.Schemas.Cel.Evaluation;

/// <summary>The variables that an expression sees: one, and those outside of it.</summary>
internal sealed record CelScope(string Name, CelValue Value, CelScope? Outer = null)
{
    /// <summary>The value of a variable; null when there is none.</summary>
    public static CelValue? Find(CelScope? scope, string name)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (scope.Name == name)
                return scope.Value;
        }
        return null;
    }
}
