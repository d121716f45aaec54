using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux.Substitution;

public sealed class VariableDefinitionsTests
{
    [Fact]
    public void ConfigMap_gives_its_data_without_line_feeds()
    {
        var variables = VariableDefinitions.Of(Substitutions.Read("c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: b\n  c: |\n    d\n    e\n  f: ENC[AES256_GCM,data:x]\n  g: '${h}'\nbinaryData: {i: aQ==}\n"));

        Assert.Equal([("a", "b"), ("c", "de"), ("f", null), ("g", null)], variables.Select(variable => (variable.Name, variable.Value)));
        Assert.Equal("c.yaml:5:6", variables[0].Node.Location.ToString());
    }

    [Fact]
    public void Secret_gives_its_data_decoded()
    {
        var variables = VariableDefinitions.Of(Substitutions.Read("c.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: YgpjCg==, d: '%', e: /w==, f: eA==, g: 'ENC[x]'}\nstringData: {f: y}\n"));

        Assert.Equal([("a", "bc"), ("d", null), ("e", null), ("f", "x"), ("g", null), ("f", "y")], variables.Select(variable => (variable.Name, variable.Value)));
        Assert.Equal("y", SubstitutionVariables.Of(variables).Find("f")?.Value);
    }

    [Fact]
    public void Other_objects_give_none() =>
        Assert.Empty(VariableDefinitions.Of(Substitutions.Read("c.yaml", "apiVersion: example.org/v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n")));

    [Fact]
    public void Kustomization_sets_its_own()
    {
        var kustomization = FluxKustomization.Of(Substitutions.Read("k.yaml", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {postBuild: {substitute: {a: b, c: '1', d: ''}}}\n"));

        Assert.NotNull(kustomization);
        Assert.Equal([("a", "b"), ("c", "1"), ("d", "")], VariableDefinitions.Of(kustomization).Select(variable => (variable.Name, variable.Value)));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("_A1", true)]
    [InlineData("1a", false)]
    [InlineData("a-b", false)]
    [InlineData("ä", false)]
    [InlineData("", false)]
    public void Name_is_valid_or_not(string name, bool expected) => Assert.Equal(expected, Substitutions.Variable(name + "=").HasValidName);

    [Fact]
    public void Later_definition_wins()
    {
        var variables = SubstitutionVariables.Of([Substitutions.Variable("b=1"), Substitutions.Variable("a=2"), Substitutions.Variable("b=3")]);

        Assert.Equal(["a=2", "b=3"], variables.All.Select(variable => $"{variable.Name}={variable.Value}"));
        Assert.Null(variables.Find("B"));
        Assert.True(SubstitutionVariables.None is { IsEmpty: true, IsComplete: true });
    }
}
