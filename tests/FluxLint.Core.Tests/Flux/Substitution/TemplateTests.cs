using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Core.Tests.Flux.Substitution;

/// <summary>The syntax of Flux's envsubst.</summary>
public sealed class TemplateTests
{
    private static readonly string[] Values =
        ["region=eu-west-1", "host=Api.Example.ORG", "file=charts/web/values.prod.yaml", "empty=", "b=bee", "n=3", "umlaut=äöü", "self=${b}", "dotted=a.b.c"];

    [Theory]
    [InlineData("nothing here", "nothing here")]
    [InlineData("${region}", "eu-west-1")]
    [InlineData("in ${region}, ${b}!", "in eu-west-1, bee!")]
    [InlineData("$region stays", "$region stays")]
    [InlineData("$(region) 5$ $", "$(region) 5$ $")]
    [InlineData("${nobody}", "")]
    [InlineData("${1}${2x}", "")]
    public void Variable(string text, string expected) => Assert.Equal(expected, Fill(text));

    [Theory]
    [InlineData("$${region}", "${region}")]
    [InlineData("$$region", "$region")]
    [InlineData("$$$${region}", "$${region}")]
    [InlineData("$$${b}", "$bee")]
    [InlineData("$${region:=${b}}", "${region:=bee}")]
    [InlineData(@"C:\\$${b}\${b}", @"C:\\${b}\bee")]
    public void Escape(string text, string expected) => Assert.Equal(expected, Fill(text));

    [Theory]
    [InlineData("${nobody:=x y}", "x y")]
    [InlineData("${nobody=x}", "x")]
    [InlineData("${nobody:-x}", "x")]
    [InlineData("${nobody:?x}", "x")]
    [InlineData("${nobody:+x}", "x")]
    [InlineData("${region:+x}", "eu-west-1")]
    [InlineData("${empty:-x}", "x")]
    [InlineData("${empty:-}", "")]
    [InlineData("${b:-x}", "bee")]
    [InlineData("${nobody:-${b}}", "bee")]
    [InlineData("${nobody:-a-${b}-${n}-c}", "a-bee-3-c")]
    [InlineData("${nobody:-${nothing:-${b^}}}", "Bee")]
    [InlineData("${nobody:-$$x}", "$$x")]
    [InlineData("${nobody:-a:b}", "a:b")]
    public void Default(string text, string expected) => Assert.Equal(expected, Fill(text));

    [Theory]
    [InlineData("${#region}", "9")]
    [InlineData("${#umlaut}", "6")]
    [InlineData("${#nobody}", "0")]
    [InlineData("${host,}", "api.Example.ORG")]
    [InlineData("${host,,}", "api.example.org")]
    [InlineData("${b^}", "Bee")]
    [InlineData("${b^^}", "BEE")]
    [InlineData("${umlaut^}", "Äöü")]
    [InlineData("${host,^}", "Api.Example.ORG")]
    public void Length_and_case(string text, string expected) => Assert.Equal(expected, Fill(text));

    [Theory]
    [InlineData("${region:3}", "west-1")]
    [InlineData("${region:3:4}", "west")]
    [InlineData("${region:3:400}", "west-1")]
    [InlineData("${region:-3}", "eu-west-1")]
    [InlineData("${nobody: -3}", "")]
    [InlineData("${region: -3}", "eu-west-1")]
    [InlineData("${region:0:-2}", "eu-west")]
    [InlineData("${region:8:-8}", "")]
    [InlineData("${region:40}", "")]
    [InlineData("${region:x}", "eu-west-1")]
    [InlineData("${region:${n}}", "west-1")]
    [InlineData("${region:3::4}", "west")]
    [InlineData("${umlaut:2:2}", "ö")]
    public void Substring(string text, string expected) => Assert.Equal(expected, Fill(text));

    [Theory]
    [InlineData("${file#*/}", "web/values.prod.yaml")]
    [InlineData("${file##*/}", "values.prod.yaml")]
    [InlineData("${file%.*}", "charts/web/values.prod")]
    [InlineData("${file%%.*}", "charts/web/values")]
    [InlineData("${file%/*}", "charts/web")]
    [InlineData("${file#charts/}", "web/values.prod.yaml")]
    [InlineData("${file#web}", "charts/web/values.prod.yaml")]
    [InlineData("${file#?[a-h]arts}", "/web/values.prod.yaml")]
    [InlineData("${file#[^c]}", "charts/web/values.prod.yaml")]
    [InlineData("${file#[}", "charts/web/values.prod.yaml")]
    [InlineData("${dotted%${nobody:-.c}}", "a.b")]
    public void Trim(string text, string expected) => Assert.Equal(expected, Fill(text));

    [Theory]
    [InlineData("${dotted/./-}", "a-b.c")]
    [InlineData("${dotted//./-}", "a-b-c")]
    [InlineData("${dotted//./}", "abc")]
    [InlineData("${dotted/#a/x}", "x.b.c")]
    [InlineData("${dotted/%c/x}", "a.b.x")]
    [InlineData("${dotted/#b/x}", "a.b.c")]
    [InlineData("${dotted/#a/}", "a.b.c")]
    [InlineData("${dotted/#/x-}", "x-a.b.c")]
    [InlineData("${dotted/%/-x}", "a.b.c-x")]
    [InlineData(@"${file//\//-}", "charts-web-values.prod.yaml")]
    [InlineData("${dotted//${empty:-.}/${b}}", "abeebbeec")]
    [InlineData("${b////x}", "xbxexex")]
    public void Replace(string text, string expected) => Assert.Equal(expected, Fill(text));

    [Fact]
    public void Value_is_not_looked_through_again() => Assert.Equal("${b}", Fill("${self}"));

    [Theory]
    [InlineData("${}", "${}", "the name of a variable is expected here")]
    [InlineData("a ${{ github.sha }} b", "${{", "the name of a variable is expected here")]
    [InlineData("${ b }", "${ ", "the name of a variable is expected here")]
    [InlineData("${b", "${b", "a '}' is expected here")]
    [InlineData("${b-x}", "${b-", "a '}' is expected here")]
    [InlineData("${b[@]}", "${b[", "a '}' is expected here")]
    [InlineData("${b:}", "${b:}", "a value is expected here")]
    [InlineData("${b:-x", "${b:-x", "a '}' is expected here")]
    [InlineData("${b:1:}", "${b:1:}", "a value is expected here")]
    [InlineData("${b^^x}", "${b^^x", "a '}' is expected here")]
    [InlineData("${b#}", "${b#}", "a value is expected here")]
    [InlineData("${b#x${n}}", "${b#x$", "a '}' is expected here")]
    [InlineData("${b/e}", "${b/e}", "a '/' is expected here")]
    [InlineData("${#b:1}", "${#b:", "a '}' is expected here")]
    public void What_the_fork_does_not_read_is_a_problem(string text, string shown, string expected)
    {
        var result = Substitute(text);

        Assert.Equal($"Flux cannot substitute '{shown}': {expected}", Assert.Single(result.Problems).Message);
        Assert.Equal(text, (result.Value() as YamlScalar)?.Value);
    }

    [Fact]
    public void Default_without_a_colon_gets_help() =>
        Assert.Equal("Write '${b:-default}' to give a default", Assert.Single(Substitute("${b-x}").Problems).Help);

    [Fact]
    public void Deep_nesting_is_a_problem()
    {
        var text = string.Concat(Enumerable.Repeat("${x:-", 10_000)) + new string('}', 10_000);

        Assert.Contains("nested more than", Assert.Single(Substitute(text).Problems).Message);
    }

    [Theory]
    [InlineData("${long//a/${long}}")]
    [InlineData("${long//a/${long//a/${long}}}")]
    [InlineData("${long%%*x*}")]
    public void What_grows_or_takes_too_long_stays_as_it_is(string text)
    {
        var result = Substitutions.Apply($"value: {text}\n", $"long={new string('a', 100_000)}");

        Assert.Equal(text, (result.Value() as YamlScalar)?.Value);
        Assert.Equal(VariableOutcome.Unknown, result.Uses[0].Outcome);
    }

    // A block is substituted as it is, whatever stands in it.
    private static string? Fill(string text)
    {
        var result = Substitutions.Apply($"value: |-\n  '\n  {text}\n  '\n", Values);
        Assert.Empty(result.Problems);
        return (result.Value() as YamlScalar)?.Value[2..^2];
    }

    private static SubstitutionResult Substitute(string text)
    {
        var resource = Substitutions.Object("");
        return Substitutions.Apply(Resource.Of(resource.Root.With("value", YamlScalar.Create(text, resource.Location))), Substitutions.Variables(Values));
    }
}
