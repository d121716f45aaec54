using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Flux.Substitution;

public sealed class SubstituterTests
{
    [Theory]
    [InlineData("\"${x}\"", "8080", "8080")]
    [InlineData("'${x}'", "true", "true")]
    [InlineData("${x}", "yes", "true")]
    [InlineData("${x}", "Off", "false")]
    [InlineData("${x}", "0x1F", "31")]
    [InlineData("${x}", "1.50", "1.5")]
    [InlineData("${x}", "~", "null")]
    [InlineData("${x}", "", "null")]
    [InlineData("${x}", "  ", "null")]
    [InlineData("${x}", "2024-05-01", "\"2024-05-01\"")]
    [InlineData("${x}", "\"8080\"", "\"8080\"")]
    [InlineData("${x}-1", "8080", "\"8080-1\"")]
    [InlineData("${x}", "web", "\"web\"")]
    [InlineData("${x}", " web #1", "\"web\"")]
    [InlineData("a ${x}", "b #1", "\"a b\"")]
    public void Plain_text_takes_the_type_of_what_it_becomes(string written, string value, string expected) =>
        Assert.Equal(expected, Substitutions.Show(Substitutions.Apply($"value: {written}\n", $"x={value}").Value()));

    [Theory]
    [InlineData("'on: ${x}'", "8080", "\"on: 8080\"")]
    [InlineData("'it''s: ${x}'", "8080", "\"it's: 8080\"")]
    [InlineData("'[${x}]'", "1, 2", "\"[1, 2]\"")]
    [InlineData("\"\\t${x}\"", "a\\nb", "\"\ta\\nb\"")]
    [InlineData("'${x}: '", "it''s", "\"it's: \"")]
    public void Text_that_is_printed_in_quotes_stays_text(string written, string value, string expected) =>
        Assert.Equal(expected, Substitutions.Show(Substitutions.Apply($"value: {written}\n", $"x={value}").Value()));

    [Theory]
    [InlineData("value: ${x}", "[1, \"2\", yes]", "[1, \"2\", true]")]
    [InlineData("value: ${x}", "{a: 1, b: [no]}", "{\"a\": 1, \"b\": [false]}")]
    [InlineData("value: [\"${x}\"]", "a: b", "[{\"a\": \"b\"}]")]
    [InlineData("value: [\"${x}\"]", "- a", "[[\"a\"]]")]
    [InlineData("value: {\"${x}\": 1}", "8080", "{\"8080\": 1}")]
    [InlineData("value: {\"${x}/port\": 1}", "example.org", "{\"example.org/port\": 1}")]
    [InlineData("value: {a: 1, \"${x}\": 2}", "a", "{\"a\": 2}")]
    public void Value_may_bring_structure_and_keys(string written, string value, string expected)
    {
        var result = Substitutions.Apply(written + "\n", $"x={value}");

        Assert.Empty(result.Problems);
        Assert.Equal(expected, Substitutions.Show(result.Value()));
    }

    [Theory]
    [InlineData("value: ${x}", "a: b")]
    [InlineData("value: ${x}", "[1")]
    [InlineData("value: ${x}", "*a")]
    [InlineData("value: '${x}: '", "it's")]
    [InlineData("value: {\"${x}\": 1}", "")]
    [InlineData("value: {\"${x}\": 1}", "a: b")]
    [InlineData("value: {\"${x}\": 1}", "a: b #")]
    public void What_is_no_YAML_any_more_is_a_problem_and_stays(string written, string value)
    {
        var resource = Substitutions.Object(written + "\n");
        var result = Substitutions.Apply(resource, Substitutions.Variables($"x={value}"));

        Assert.StartsWith("with its variables filled in this is no YAML", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
        Assert.Same(resource, result.Resource);
    }

    [Fact]
    public void Nodes_of_a_value_are_where_the_scalar_was_written()
    {
        var value = Substitutions.Apply("value: ${x}\n", "x={a: [b]}").Value();

        var list = Assert.IsType<YamlSequence>((value as YamlMapping)?["a"]);
        Assert.All([value, list, list.Items[0]], node => Assert.Equal(("r.yaml:4:8", 4), (node?.Location.ToString(), node?.Span.Length ?? 0)));
        Assert.Equal("vars.yaml:1:1", value?.Derivation?.Cause.ToString());
    }

    [Theory]
    [InlineData("|\n  a ${x}\n  b\n", "a 1\\nb\\n")]
    [InlineData("|-\n  a\n  ${y}\n", "a")]
    [InlineData("|\n  a\n  ${y}\n", "a\\n")]
    [InlineData("|+\n  a\n  ${y}\n\n", "a\\n\\n\\n")]
    [InlineData("|\n  ${y}\n", "")]
    [InlineData("|\n  - ${x}: [\n", "- 1: [\\n")]
    public void Block_stays_text(string written, string expected) =>
        Assert.Equal($"\"{expected}\"", Substitutions.Show(Substitutions.Apply($"value: {written}", "x=1", "y=").Value()));

    [Theory]
    [InlineData("a: ${x}", "4:4-4:8")]
    [InlineData("a: \"b \\\"${x:=1}\\\"\"", "4:9-4:16")]
    [InlineData("a: 'it''s ${x}'", "4:11-4:15")]
    [InlineData("a: |\n  b\n    c ${x} d\n", "6:7-6:11")]
    [InlineData("a: >-\n  b\n  ${x}\n", "6:3-6:7")]
    [InlineData("${x}: a", "4:1-4:5")]
    [InlineData("a: ${y:=${x}}", "4:4-4:14,4:9-4:13")]
    [InlineData("a: $${x}", "4:4-4:9")]
    public void Use_is_where_it_is_written(string text, string expected)
    {
        var resource = Substitutions.Object(text);
        var uses = Substitutions.Apply(resource, Substitutions.Variables("x=1")).Uses;

        Assert.Equal(expected, string.Join(',', uses.Select(use => $"{use.Reference.Location.Start}-{use.Reference.Location.End}")));
        Assert.Equal(uses.Select(use => use.Reference.Location), VariableScanner.Scan(resource).Select(reference => reference.Location));
    }

    [Theory]
    [InlineData("${x}", VariableOutcome.Substituted)]
    [InlineData("${x:=1}", VariableOutcome.Substituted)]
    [InlineData("${empty}", VariableOutcome.Substituted)]
    [InlineData("${empty:=1}", VariableOutcome.DefaultUsed)]
    [InlineData("${other:=1}", VariableOutcome.DefaultUsed)]
    [InlineData("${other}", VariableOutcome.Undefined)]
    [InlineData("${other^^}", VariableOutcome.Undefined)]
    [InlineData("${secret}", VariableOutcome.Unknown)]
    [InlineData("${secret:=1}", VariableOutcome.Unknown)]
    [InlineData("${x:=${other}}", VariableOutcome.Substituted, VariableOutcome.Unused)]
    [InlineData("${other:=${empty:=1}}", VariableOutcome.DefaultUsed, VariableOutcome.DefaultUsed)]
    [InlineData("${other:=${secret}}", VariableOutcome.Unknown, VariableOutcome.Unknown)]
    [InlineData("$${x}", VariableOutcome.Escaped)]
    public void Use_has_an_outcome(string text, params VariableOutcome[] expected) =>
        Assert.Equal(expected, Substitutions.Apply($"value: {text}\n", "x=1", "empty=", "secret").Uses.Select(use => use.Outcome));

    [Theory]
    [InlineData("${secret}", "${secret}")]
    [InlineData("${secret:=1}", "${secret:=1}")]
    [InlineData("${x}-${secret}-${other}", "1-${secret}-")]
    [InlineData("${other:=${secret}}", "${other:=${secret}}")]
    [InlineData("${x:=${secret}}", "1")]
    public void Reference_that_is_not_known_stays(string text, string expected) =>
        Assert.Equal(expected, (Substitutions.Apply($"value: {text}\n", "x=1", "secret").Value() as YamlScalar)?.Value);

    [Fact]
    public void Any_name_may_be_defined_where_variables_are_missing()
    {
        var resource = Substitutions.Object("value: ${other:=1}\n");
        var result = Substitutions.Apply(resource, SubstitutionVariables.Of([Substitutions.Variable("x=1")], isComplete: false));

        Assert.Same(resource, result.Resource);
        Assert.Equal((VariableOutcome.Unknown, true, null), (result.Uses[0].Outcome, result.Uses[0].Reference.HasDefault, result.Uses[0].Variable));
    }

    [Fact]
    public void Nothing_is_substituted_without_variables()
    {
        var resource = Substitutions.Object("value: $${x} ${y}\n");
        var result = Substitutions.Apply(resource, SubstitutionVariables.None);

        Assert.Same(resource, result.Resource);
        Assert.Empty(result.Uses);
    }

    [Theory]
    [InlineData("labels")]
    [InlineData("annotations")]
    public void Disabled_object_is_left_alone(string field)
    {
        var resource = Substitutions.Read("r.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  {field}:\n    kustomize.toolkit.fluxcd.io/substitute: disabled\ndata: {{a: '${{x}} ${{'}}\n");
        var result = Substitutions.Apply(resource, Substitutions.Variables("x=1"));

        Assert.Same(resource, result.Resource);
        Assert.Empty(result.Problems);
        Assert.Single(VariableScanner.Scan(resource));
    }

    [Fact]
    public void Only_what_changed_is_new()
    {
        var resource = Substitutions.Object("value: {a: {b: [1, '${x}'], c: {d: $e}}}\n");
        var made = Substitutions.Apply(resource, Substitutions.Variables("x=1")).Resource;

        Assert.NotSame(resource.Root, made.Root);
        Assert.Same(resource.Root["metadata"], made.Root["metadata"]);
        Assert.Same(resource.Root.At("value", "a", "c"), made.Root.At("value", "a", "c"));
        Assert.Same((resource.Root.At("value", "a", "b") as YamlSequence)?.Items[0], (made.Root.At("value", "a", "b") as YamlSequence)?.Items[0]);
    }

    [Theory]
    [InlineData("value: {a: 1}\n")]
    [InlineData("value: cost $5, $(x), $x\n")]
    public void Object_without_references_is_the_same_instance(string text)
    {
        var resource = Substitutions.Object(text);

        Assert.Same(resource, Substitutions.Apply(resource, Substitutions.Variables("x=1")).Resource);
    }

    [Fact]
    public void Equal_variables_give_the_same_result()
    {
        var substituter = new Substituter();
        var resource = Substitutions.Object("value: ${x}\n");
        var (x, y, other) = (Substitutions.Variable("x=1"), Substitutions.Variable("y=1", 1), Substitutions.Variable("y=2", 1));

        var first = substituter.Apply(resource, SubstitutionVariables.Of([x, y]));
        Assert.Same(first, substituter.Apply(resource, SubstitutionVariables.Of([x, other])));
        Assert.NotSame(first, substituter.Apply(resource, Substitutions.Variables("x=2")));
        Assert.NotSame(first, substituter.Apply(resource, Substitutions.Variables("x")));
        Assert.Equal("x", Assert.Single(first?.Names ?? []));
    }

    [Fact]
    public void Value_that_moved_to_another_line_of_an_edited_file_has_another_cause()
    {
        var substituter = new Substituter();
        var resource = Substitutions.Object("value: ${x}\n");

        var first = substituter.Apply(resource, Substitutions.Variables("x=1"));
        var second = substituter.Apply(resource, Substitutions.Variables("x=1"));

        Assert.NotSame(first, second);
    }

    [Fact]
    public void Value_that_is_defined_elsewhere_has_another_cause()
    {
        var substituter = new Substituter();
        var resource = Substitutions.Object("value: ${x}\n");

        var first = substituter.Apply(resource, Substitutions.Variables("x=1"))?.Value();
        var second = substituter.Apply(resource, Substitutions.Variables("y=1", "x=1"))?.Value();
        Assert.Equal(("vars.yaml:1:1", "vars.yaml:2:1"), (first?.Derivation?.Cause.ToString(), second?.Derivation?.Cause.ToString()));
    }

    [Fact]
    public void Changed_scalar_remembers_what_it_was()
    {
        var result = Substitutions.Apply("value: \"${x}\"\n", "x=1");
        var value = result.Value();

        Assert.Equal("vars.yaml:1:1", value?.Location.ToString());
        Assert.Equal((ProvenanceStep.Substitution, "vars.yaml:1:1", "${x}"), (value?.Derivation?.Step, value?.Derivation?.Cause.ToString(), value?.Derivation?.Replaced?.ToString()));
        Assert.Equal(["written as '${x}'", "set to '1' by substitution"], result.Resource.PlaceOf(value ?? throw new InvalidOperationException()).Provenance.Select(step => step.Message));
    }

    [Theory]
    [InlineData("value: ${x}-a\n")]
    [InlineData("value: ${x:=2}-\n")]
    public void A_scalar_that_holds_more_than_a_variable_stays_where_it_is_written(string written) =>
        Assert.Equal("r.yaml:4:8", Substitutions.Apply(written, "x=1").Value()?.Location.ToString());

    [Fact]
    public void Identity_follows_the_variables()
    {
        var resource = Substitutions.Read("r.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: 'a-${x}', namespace: '${x}'}\n");

        Assert.Equal("ConfigMap/a-dev.dev", Substitutions.Apply(resource, Substitutions.Variables("x=dev")).Resource.ToString());
    }

    [Fact]
    public void Document_of_any_size_and_depth_is_read()
    {
        var flow = string.Concat(Enumerable.Repeat("[", 200)) + "'${x}'" + new string(']', 200);
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  k{i}: ${{x}}\n"));
        var result = Substitutions.Apply($"deep: {flow}\nvalue:\n{many}", "x=1");

        Assert.Equal(20_001, result.Uses.Length);
        Assert.All((result.Value() as YamlMapping)?.Entries ?? [], entry => Assert.Equal("1", Substitutions.Show(entry.Value)));
    }

    [Fact]
    public void Printed_manifest_has_the_values()
    {
        var source = YamlTree.Parse(SourceText.From("r.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: '${x}', b: '${q}${x}${q}'}\n"));
        var result = Substitutions.Apply(Resource.Of(source.RootMapping ?? throw new InvalidOperationException()), Substitutions.Variables("x=1", "q=\""));

        Assert.Equal("apiVersion: v1\ndata:\n  a: 1\n  b: \"1\"\nkind: ConfigMap\nmetadata:\n  name: a\n", ManifestWriter.Write([result.Resource]));
    }
}
