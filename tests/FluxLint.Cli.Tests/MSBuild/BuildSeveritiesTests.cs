using FluxLint.Diagnostics;
using FluxLint.MSBuild;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>What the properties of a build make of a warning.</summary>
public sealed class BuildSeveritiesTests
{
    [Theory]
    [InlineData("FLX1001")]
    [InlineData("ACME001")]
    public void Ids_of_every_rule_are_honoured_in_any_case(string id)
    {
        var list = $"CS0168,{id.ToLowerInvariant()}";

        Assert.Equal(
            (Severity.Off, Severity.Error, Severity.Warning, Severity.Warning),
            (
                new BuildSeverities(treatWarningsAsErrors: false, list, "", "").Of(id, Severity.Warning),
                new BuildSeverities(treatWarningsAsErrors: false, "", list, "").Of(id, Severity.Warning),
                new BuildSeverities(treatWarningsAsErrors: true, "", "", list).Of(id, Severity.Warning),
                new BuildSeverities(treatWarningsAsErrors: false, "", "", "").Of(id, Severity.Warning)));
    }
}
