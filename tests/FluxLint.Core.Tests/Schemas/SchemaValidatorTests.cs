using FluxLint.Kustomize;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Schemas;

/// <summary>Single keywords of schemas. The cases of schema-violation show whole objects.</summary>
public sealed class SchemaValidatorTests
{
    [Theory]
    [InlineData("{ type: integer }", "1.0", null)]
    [InlineData("{ type: integer }", "1.5", "1:7 'spec' must be a whole number, not the number 1.5")]
    [InlineData("{ type: number }", "1", null)]
    [InlineData("{ type: string }", "yes", null)]
    [InlineData("{ type: string }", "2020-01-01", null)]
    [InlineData("{ type: string }", "true", "1:7 'spec' must be text, not true")]
    [InlineData("{ type: [string, 'null'] }", "1", "1:7 'spec' must be text, not the number 1")]
    [InlineData("{ x-kubernetes-int-or-string: true }", "80%", null)]
    [InlineData("{ x-kubernetes-int-or-string: true }", "true", "1:7 'spec' must be text or a whole number, not true")]
    [InlineData("{ type: object }", "null", null)]
    [InlineData("{ type: object }", "{ a: 1 }", null)]
    [InlineData("{ type: object, additionalProperties: false }", "{ a: 1 }", "1:9 there is no field 'spec.a'")]
    [InlineData("{ type: object, additionalProperties: { type: string } }", "{ a: 1 }", "1:12 'spec.a' must be text, not the number 1")]
    [InlineData("{ properties: { a: {} }, additionalProperties: true }", "{ b: 1 }", null)]
    [InlineData("{ properties: { a: {} } }", "{ '${b}': 1 }", null)]
    [InlineData("{ required: [a], properties: { a: { default: 1 } } }", "{}", null)]
    [InlineData("{ required: [a, b, c] }", "{ a: 1 }", "1:1 'spec' lacks the fields 'b' and 'c'")]
    [InlineData("{ required: [a] }", "{ '${b}': 1 }", null)]
    [InlineData("{ enum: [1, two] }", "1", null)]
    [InlineData("{ enum: [1, two] }", "\"1\"", "1:7 'spec' must be the number 1 or 'two', not '1'")]
    [InlineData("{ minimum: 1, maximum: 3 }", "4", "1:7 'spec' must be at most 3, not 4")]
    [InlineData("{ minimum: 1, exclusiveMinimum: true }", "1", "1:7 'spec' must be more than 1, not 1")]
    [InlineData("{ exclusiveMaximum: 3 }", "3", "1:7 'spec' must be less than 3, not 3")]
    [InlineData("{ multipleOf: 0.1 }", "0.3", null)]
    [InlineData("{ multipleOf: 2 }", "3", "1:7 'spec' must be a multiple of 2, not 3")]
    [InlineData("{ format: int32 }", "3000000000", "1:7 'spec' must be a number of 32 bits, not 3000000000")]
    [InlineData("{ format: date-time }", "\"2026-01-01T00:00:00Z\"", null)]
    [InlineData("{ format: date-time }", "tomorrow", "1:7 'spec' must be a date with a time and a zone, not 'tomorrow'")]
    [InlineData("{ maxLength: 1 }", "😀", null)]
    [InlineData("{ minLength: 2 }", "a", "1:7 'spec' must have at least 2 characters, and has 1")]
    [InlineData("{ maxItems: 1 }", "[a, b]", "1:7 'spec' must have at most 1 item, and has 2")]
    [InlineData("{ minProperties: 1 }", "{}", "1:7 'spec' must have at least 1 field, and has 0")]
    [InlineData("{ uniqueItems: true }", "[a, b, a]", "1:14 'spec[2]' repeats an item of the list")]
    [InlineData("{ x-kubernetes-list-type: set }", "[1, \"1\"]", null)]
    [InlineData("{ pattern: '(?i)a' }", "b", "1:7 'spec' must match '(?i)a', and 'b' does not")]
    [InlineData("{ pattern: '^a$' }", "b", "1:7 'spec' must match '^a$', and 'b' does not")]
    [InlineData("{ anyOf: [{ type: string }, { minimum: 3 }] }", "2", "1:1 'spec' matches none of the alternatives that its schema has")]
    [InlineData("{ oneOf: [{ required: [a] }, { required: [b] }] }", "{ a: 1, b: 2 }", "1:1 'spec' matches 2 of the alternatives that exclude each other")]
    [InlineData("{ oneOf: [{ required: [a] }, { required: [b] }] }", "{ a: 1, b: '${c}' }", null)]
    [InlineData("{ required: [a], properties: { a: { type: string } } }", "{ a: null }", "1:9 'spec.a' is null, and a value is required")]
    [InlineData("{ items: { type: string } }", "[a, null]", "1:11 'spec[1]' must be text, not null")]
    [InlineData("{ items: { type: string, nullable: true } }", "[null]", null)]
    [InlineData("{ items: { type: string, default: x } }", "[null]", null)]
    [InlineData("{ items: { anyOf: [{ type: integer }, { type: string }], x-kubernetes-int-or-string: true } }", "[null]", null)]
    [InlineData("{ required: [a], properties: { a: { type: string, nullable: true } } }", "{ a: null }", null)]
    [InlineData("{ required: [a], properties: { a: { type: [string, 'null'] } } }", "{ a: null }", null)]
    [InlineData("{ required: [a], properties: { a: { type: string, default: x } } }", "{ a: null }", null)]
    [InlineData("{ required: [a], properties: { a: { type: string } } }", "{ a: *nowhere }", null)]
    [InlineData("{ required: [a], x-kubernetes-preserve-unknown-fields: true }", "{ a: null }", null)]
    [InlineData("{ not: { required: [a] } }", "{ a: 1 }", "1:1 'spec' is what its schema excludes")]
    [InlineData("{ properties: { a: {} }, allOf: [{ properties: { a: { maximum: 1 } } }] }", "{ a: 2 }", "1:12 'spec.a' must be at most 1, not 2")]
    [InlineData("{ $ref: '#/definitions/loop' }", "{ next: { next: { next: 1 } } }", "1:31 'spec.next.next.next' must be a mapping, not the number 1")]
    [InlineData("{ $ref: '#/definitions/itself' }", "1", null)]
    [InlineData("{ $ref: '#/definitions/branches' }", "1", "1:1 its schema takes more than is spent on one object: a part of it is not checked")]
    [InlineData("{ $ref: '#/definitions/nowhere' }", "1", null)]
    public void Value_fits_or_not(string schema, string value, string? expected)
    {
        const string definitions = """
            definitions:
              loop: { type: object, properties: { next: { $ref: '#/definitions/loop' } } }
              itself: { $ref: '#/definitions/itself' }
              branches: { allOf: [{ $ref: '#/definitions/branches' }, { $ref: '#/definitions/branches' }] }
            """;
        var root = Parse($"{definitions}\nproperties:\n  spec: {schema}\n");
        var resource = Resource.Of(Parse($"spec: {value}\napiVersion: example.com/v1\n"));

        var problems = SchemaValidator.Validate(resource, SchemaReader.Read(root, new DocumentSource(root)));

        Assert.Equal(expected is null ? [] : [expected], problems.Select(problem => $"{problem.Node.Location.Start.Line}:{problem.Node.Location.Start.Column} {problem.Message}"));
    }

    [Theory]
    [InlineData("self.a <= self.b", "{ a: 3, b: 2 }", "'spec': failed rule: self.a <= self.b")]
    [InlineData("self.a <= self.b", "{ a: 1, b: 2 }", null)]
    // Defaults are filled in before.
    [InlineData("self.d == 'x'", "{ d: y }", "'spec': failed rule: self.d == 'x'")]
    [InlineData("self.d == 'x' && has(self.d)", "{}", null)]
    [InlineData("has(self.a)", "{}", "'spec': failed rule: has(self.a)")]
    [InlineData("!has(self.o.x)", "{}", "'spec': failed rule: !has(self.o.x)")]
    // A default that is not known, null, a variable, what is not declared, and a field of another type say nothing.
    [InlineData("!has(self.open.x)", "{}", null)]
    [InlineData("self.a == 1", "{ a: null }", null)]
    [InlineData("self.s == 'x'", "{ s: 'a${b}' }", null)]
    [InlineData("self.nowhere == 1", "{}", null)]
    [InlineData("has(self.a)", "{ '${c}': 1 }", null)]
    [InlineData("self.s == 'x' && self.a == 1", "{ s: '${b}', a: 2 }", "'spec': failed rule: self.s == 'x' && self.a == 1")]
    // What was before is not known.
    [InlineData("self.a == oldSelf.a && false", "{ a: 1 }", null)]
    [InlineData("self.a == ", "{ a: 1 }", null)]
    [InlineData("self.nothing()", "{ a: 1 }", null)]
    [InlineData("self.a > 0", "{}", "'spec': no such key: a, in the rule self.a > 0")]
    [InlineData("self.l[1] == 1", "{ l: [1] }", "'spec': index out of bounds: 1, in the rule self.l[1] == 1")]
    [InlineData("10 / self.a > 1", "{ a: 0 }", "'spec': division by zero, in the rule 10 / self.a > 1")]
    // Types are those of the schema.
    [InlineData("self.n / 2.0 == 0.5", "{ n: 1 }", null)]
    [InlineData("type(self.i) == int", "{ i: 80 }", null)]
    [InlineData("type(self.i) == string", "{ i: 80% }", null)]
    [InlineData("self.t < timestamp('2026-01-01T00:00:00Z')", "{ t: '2027-01-01T00:00:00Z' }", "'spec': failed rule: self.t < timestamp('2026-01-01T00:00:00Z')")]
    [InlineData("self.set == ['b', 'a']", "{ set: [a, b] }", null)]
    [InlineData("self.l == [2, 1]", "{ l: [1, 2] }", "'spec': failed rule: self.l == [2, 1]")]
    // Names that are none in the language.
    [InlineData("self.x__dash__y__dot__z__slash__u__underscores__v == 1 && self.__if__ == 2 && self.`x-y.z/u__v` == 1", "{ x-y.z/u__v: 1, if: 2 }", null)]
    [InlineData("self.m['a-b'] == 1 && self.m.all(k, k.startsWith('a'))", "{ m: { a-b: 2 } }", "'spec': failed rule: self.m['a-b'] == 1 && self.m.all(k, k.startsWith('a'))")]
    public void Rule_holds_or_not(string rule, string value, string? expected)
    {
        const string properties = """
            a: { type: integer }
                  b: { type: integer }
                  d: { type: string, default: x }
                  o: { type: object, default: { x: 1 }, properties: { x: { type: integer } } }
                  open: { type: object, default: true, properties: { x: { type: integer } } }
                  s: { type: string }
                  l: { type: array, items: { type: integer } }
                  n: { type: number }
                  i: { x-kubernetes-int-or-string: true }
                  t: { type: string, format: date-time }
                  set: { type: array, x-kubernetes-list-type: set, items: { type: string } }
                  m: { type: object, additionalProperties: { type: integer } }
                  x-y.z/u__v: { type: integer }
                  if: { type: integer }
            """;
        var root = Parse($"properties:\n  spec:\n    type: object\n    x-kubernetes-preserve-unknown-fields: true\n    x-kubernetes-validations: [{{ rule: \"{rule}\" }}]\n    properties:\n      {properties}\n");

        var problems = SchemaValidator.Validate(Resource.Of(Parse($"spec: {value}\n")), SchemaReader.Read(root, SchemaSource.Plain));

        Assert.Equal(expected is null ? [] : [expected], problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("\"'at least ' + string(self.b)\"", "at least 2")]
    [InlineData("'self.missing'", "the message")]
    [InlineData("'1'", "the message")]
    [InlineData("\"'a\\\\nb'\"", "the message")]
    public void Message_is_an_expression_or_a_text(string expression, string expected)
    {
        var root = Parse($"x-kubernetes-validations: [{{ rule: self.b > 2, message: the message., messageExpression: {expression} }}]\nproperties: {{ b: {{ type: integer }} }}\n");

        Assert.Equal([expected], SchemaValidator.Validate(Resource.Of(Parse("b: 2\n")), SchemaReader.Read(root, SchemaSource.Plain)).Select(problem => problem.Message));
    }

    [Fact]
    public void Rules_that_cost_too_much_come_to_an_end()
    {
        var items = string.Join(", ", Enumerable.Range(0, 2_000));
        var root = Parse("properties:\n  l:\n    type: array\n    items: { type: integer }\n    x-kubernetes-validations: [{ rule: 'self.all(a, self.all(b, self.all(c, a + b + c >= 0)))' }, { rule: 'self.size() < 5' }]\n");

        Assert.Equal([SchemaProblemKind.Unchecked], SchemaValidator.Validate(Resource.Of(Parse($"l: [{items}]\n")), SchemaReader.Read(root, SchemaSource.Plain)).Select(problem => problem.Kind));
    }

    [Fact]
    public void Texts_that_take_too_long_to_match_are_told_of()
    {
        var root = Parse("properties:\n  l:\n    type: array\n    items: { type: string, pattern: '^(a|b){400}$' }\n");
        var items = string.Join(", ", Enumerable.Repeat(new string('c', 1_000), 20));

        var kinds = SchemaValidator.Validate(Resource.Of(Parse($"l: [{items}]\n")), SchemaReader.Read(root, SchemaSource.Plain)).Select(problem => problem.Kind).ToList();

        Assert.Equal(SchemaProblemKind.Unchecked, kinds[^1]);
        Assert.InRange(kinds.Count(kind => kind == SchemaProblemKind.WrongValue), 1, 19);
    }

    private static YamlMapping Parse(string text) => Assert.IsType<YamlMapping>(YamlTree.Parse(SourceText.From("a.yaml", text)).RootMapping);
}
