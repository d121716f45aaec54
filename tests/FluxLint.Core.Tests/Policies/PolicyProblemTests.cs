namespace FluxLint.Core.Tests.Policies;

/// <summary>What is wrong with a policy is told at its characters, once.</summary>
public sealed class PolicyProblemTests
{
    [Theory]
    [InlineData("expression: object.spec.a == ", "5:31+2: nothing stands after '=='")]
    [InlineData("expression: objekt.spec.a == 1", "5:17+6: there is no variable 'objekt'; the nearest is 'object'")]
    [InlineData("expression: object.a.startWith('x')", "5:26+9: there is no function 'startWith'; the nearest is 'startsWith'")]
    [InlineData("expression: object.a == 1 && 'x' + 1 == 'x1'", "5:38+1: '+' has no meaning between string and int")]
    [InlineData("expression: \"object.a.all(c, c.b > quantity('lots'))\"", "5:40+8: 'lots' is no quantity")]
    [InlineData("expression: size(object.spec)", "5:17+4: a condition is true or false, and this is int")]
    [InlineData("expression: object.items.map(i, i.name)", "5:30+3: a condition is true or false, and this is a list or a map")]
    [InlineData("expression: cluster.clas == 'x'", "5:25+4: a cluster has no 'clas'; the nearest is 'class'")]
    [InlineData("expression: >-\n  object.spec.a == 1 &&\n  objekt.b", "7:7+6: there is no variable 'objekt'; the nearest is 'object'")]
    [InlineData("expression: value == 1", "5:17+5: there is no variable 'value'")]
    [InlineData("require: [a]\nmessage: \"x {object.b\"", "6:17+1: '{' is not closed; twice it stands for itself")]
    [InlineData("require: [a]\nmessage: \"x } y\"", "6:17+1: '}' closes nothing; twice it stands for itself")]
    [InlineData("require: [a]\nmessage: \"x {objekt.b}\"", "6:18+6: there is no variable 'objekt'; the nearest is 'object'")]
    [InlineData("require: ['a..b']", "5:15+6: 'a..b' is no path to a field, such as spec.containers[*].image or metadata.annotations['a.b/c']")]
    [InlineData("expression: object.a.matches('[a')", "5:34+4: '[a' is no regular expression")]
    [InlineData("expression: object.a.matches('a)')", "5:34+4: 'a)' is no regular expression")]
    [InlineData("expression: object.a.matches('(?x)a')", "5:34+7: '(?x)a' is no regular expression")]
    [InlineData("expression: object.a.find('[a') == ''", "5:31+4: '[a' is no regular expression")]
    [InlineData("expression: object.a.matches(r'\\p{L}')", "5:34+8: the pattern '\\p{L}' is not supported: Unicode classes and codes of characters are not known here")]
    [InlineData("require: ['{a,b.c']", "5:16+1: '{' is not closed")]
    [InlineData("require: ['a}.b']", "5:17+1: '}' closes nothing")]
    [InlineData("require: ['{a,{b,c}}.d']", "5:19+1: braces cannot stand in braces")]
    [InlineData("forbid: ['a.**.b']", "5:17+2: '**' has no meaning in the path of a field: '*' stands for every item or key")]
    [InlineData("fields: [{ field: a }]", "5:16+5: an entry of 'fields' needs one of 'oneOf', 'noneOf', 'atLeast', 'atMost', 'version', 'sameAs'")]
    [InlineData("fields: [{ field: a, atLeast: many }]", "5:35+4: 'atLeast' must be a number or a quantity such as 512Mi, not 'many'")]
    [InlineData("fields: [{ field: a, version: new }]", "5:35+3: 'version' must be a range such as \">=1.2.0 <2.0.0\", not 'new'")]
    [InlineData("require: [a]\nselect: { kind: [Pod] }", "6:15+4: 'kind' is not a key of 'select'; the nearest is 'kinds'")]
    [InlineData("require: [a]\nselect: { labels: 'a in b' }", "6:23+8: 'labels' is a selector such as \"team=web,tier!=test\": 'a in b' is not a requirement")]
    [InlineData("require: [a]\nseverity: fatal", "6:15+5: 'severity' must be error, warning, info or off, not 'fatal'")]
    [InlineData("title: x\nselect: { kinds: [Pod] }", "2:5+2: a policy needs 'expression', 'require', 'forbid' or 'fields'")]
    public void Mistake_is_told_at_its_characters(string policy, string expected) =>
        Assert.Contains($"fluxlint.yaml:{expected}", PolicyLint.Problems(policy.Replace("title: x\n", "", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Policy_that_fails_on_objects_is_one_finding_at_the_part_that_fails() => Assert.Equal(
        "fluxlint.yaml:5:29+8: ORG1: the policy cannot be evaluated for Thing 'a': no such key: replicas; has(...) asks whether it is there; so it is with 1 more",
        PolicyLint.Of("expression: object.spec.replicas > 1", "kustomization.yaml", "resources: [a.yaml]", "a.yaml", Things));

    [Fact]
    public void Message_that_fails_is_told_once() => Assert.Equal(
        """
        a.yaml:3:19+1: ORG1: The policy speaks
        a.yaml:8:19+1: ORG1: The policy speaks
        fluxlint.yaml:6:28+8: ORG1: its message cannot be evaluated for Thing 'a': no such key: replicas; has(...) asks whether it is there; so it is with 1 more
        """.ReplaceLineEndings("\n"),
        PolicyLint.Of("expression: 'false'\nmessage: \"{object.spec.replicas} replicas\"", "kustomization.yaml", "resources: [a.yaml]", "a.yaml", Things));

    [Fact]
    public void Policy_does_not_cost_others_their_share() => Assert.Equal(
        "",
        PolicyLint.OfFiles(
            "fluxlint.yaml",
            "policies:\n" + string.Concat(Enumerable.Range(1, 200).Select(number => $"  - {{ id: ORG{number}, name: policy-{number}, expression: \"lists.range(300).all(a, lists.range({(number == 7 ? 300 : 1)}).all(b, a + b >= 0))\" }}\n")),
            "kustomization.yaml", "resources: [a.yaml]", "a.yaml", "apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }\n"));

    [Fact]
    public void Policy_that_ignores_failures_says_nothing() => Assert.Equal(
        "",
        PolicyLint.Of("failurePolicy: Ignore\nexpression: object.spec.replicas > 1", "kustomization.yaml", "resources: [a.yaml]", "a.yaml", Things));

    [Fact]
    public void Policy_that_takes_too_long_is_given_up_and_told() => Assert.Equal(
        "fluxlint.yaml:2:9+4: ORG1: the policy takes too long, and was given up at Thing 'a'",
        PolicyLint.Of(
            "expression: lists.range(9999).all(a, lists.range(9999).all(b, lists.range(9999).all(c, a + b + c >= 0)))",
            "kustomization.yaml", "resources: [a.yaml]", "a.yaml", Things));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("handbook/limits.md")]
    public void Help_is_a_page(string help) => Assert.Equal(
        $"fluxlint.yaml:6:11+{help.Length}: '{help}' is no URL of a page, such as https://example.com/handbook",
        PolicyLint.Of($"require: [a]\nhelp: {help}"));

    [Theory]
    [InlineData("https://example.com/handbook?a=b#limits", "https://example.com/handbook?a=b#limits")]
    [InlineData("https://example.com/)![a](https://example.com/a.png) \\e]8;;\\a\\n::error::x\\u202E", "https://example.com/%29!%5Ba%5D%28https://example.com/a.png%29%20%1B%5D8;;%07%0A::error::x%E2%80%AE")]
    public void Help_ends_no_link(string help, string expected)
    {
        PolicyLint.Lint([("fluxlint.yaml", $"policies: [{{id: ORG1, name: one, require: [a], help: \"{help}\"}}]\n")], out var compilation);

        Assert.Empty(compilation.ConfigurationProblems);
        Assert.Equal(expected, Assert.Single(compilation.Configuration.Policies).Help);
    }

    [Fact]
    public void Ids_and_names_are_not_taken_twice() => Assert.Equal(
        """
        fluxlint.yaml:3:11+7: the id of a policy cannot start with FLX as 'FLX1001' does: those are the rules of FluxLint
        fluxlint.yaml:4:11+5: there are two policies 'ORG10': the other one is in fluxlint.yaml:2:11
        fluxlint.yaml:5:11+5: the policies 'ORG10' and 'ORG11' have one name, 'one'
        policies/a.fluxlint-policy.yaml:1:5+5: there are two policies 'ORG10': the other one is in fluxlint.yaml:2:11
        """.ReplaceLineEndings("\n"),
        PolicyLint.OfFiles(
            "fluxlint.yaml",
            """
            policies:
              - { id: ORG10, name: one, require: [a] }
              - { id: FLX1001, name: mine, require: [a] }
              - { id: ORG10, name: two, require: [a] }
              - { id: ORG11, name: one, require: [a] }
            policyFiles: [policies/*]
            """,
            "policies/a.fluxlint-policy.yaml", "id: ORG10\nname: three\nrequire: [a]\n"));

    [Fact]
    public void Policy_that_is_wrong_is_still_known_by_its_id_and_name() => Assert.Equal(
        "policies/a.fluxlint-policy.yaml:3:13+5: there is no variable 'there'",
        PolicyLint.OfFiles(
            "fluxlint.yaml", "policyFiles: [policies/*]\nrules: { ORG10: error }",
            "policies/a.fluxlint-policy.yaml", "id: ORG10\nname: three\nexpression: there.is.no == 1\n"));

    [Fact]
    public void Id_says_what_it_needs() => Assert.Equal(
        "fluxlint.yaml:1:18+2: 'A1' is no id of a policy: two or more capital letters, which may have '-' after the first, and then one to six digits, such as ORG1001",
        PolicyLint.OfFiles("fluxlint.yaml", "policies: [{ id: A1, name: three, require: [a] }]"));

    [Fact]
    public void Files_of_policies_are_those_that_are_named() => Assert.Equal(
        "fluxlint.yaml:1:15+7: no file of policies matches 'other/*': their names end in .fluxlint-policy.yaml",
        PolicyLint.OfFiles("fluxlint.yaml", "policyFiles: [other/*]", "policies/a.fluxlint-policy.yaml", "id: ORG10\nname: three\n"));

    [Fact]
    public void Configuration_that_is_extended_brings_its_policies() => Assert.Equal(
        "a.yaml:4:1+4: ORG10: 'spec.x' is missing\na.yaml:9:1+4: ORG10: 'spec.x' is missing",
        PolicyLint.OfFiles(
            "fluxlint.yaml", "extends: company/base.yaml\nrules: { ORG10: error }",
            "company/base.yaml", "policies: [{ id: ORG10, name: three, require: [spec.x] }]",
            "kustomization.yaml", "resources: [a.yaml]", "a.yaml", Things));

    private const string Things = "apiVersion: example.com/v1\nkind: Thing\nmetadata: { name: a }\nspec: {}\n---\napiVersion: example.com/v1\nkind: Thing\nmetadata: { name: b }\nspec: {}\n";
}
