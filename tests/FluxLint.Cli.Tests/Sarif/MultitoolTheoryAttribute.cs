namespace FluxLint.Cli.Tests.Sarif;

/// <summary>As <see cref="MultitoolFactAttribute"/>, with data.</summary>
internal sealed class MultitoolTheoryAttribute : TheoryAttribute
{
    public MultitoolTheoryAttribute() => Skip = new MultitoolFactAttribute().Skip;
}
