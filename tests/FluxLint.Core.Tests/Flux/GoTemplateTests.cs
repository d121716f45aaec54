using FluxLint.Flux;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Flux;

/// <summary>What templates of ResourceSets give.</summary>
public sealed class GoTemplateTests
{
    private const string Inputs = """
        tenant: Team One
        app: { version: 6.7.x, replicas: 2, tags: [a, b], on: true, off: false, ratio: 0.5 }
        empty: ""
        big: 1000000
        """;

    [Theory]
    [InlineData("plain > text", "plain > text")]
    [InlineData("a-<< inputs.app.version >>-b", "a-6.7.x-b")]
    [InlineData("a <<- \" b \" ->> c", "a b c")]
    [InlineData("a <</* comment */>> c", "a  c")]
    [InlineData("<< inputs.app.version | quote >>", "\"6.7.x\"")]
    [InlineData("<< inputs.app.version | squote >>", "'6.7.x'")]
    [InlineData("<< quote inputs.app.replicas >>", "\"2\"")]
    [InlineData("<< inputs.big >> << inputs.app.ratio >>", "1000000 0.5")]
    [InlineData("<< inputs.tenant | lower | replace \" \" \"-\" >>", "team-one")]
    [InlineData("<< inputs.tenant | slugify >>", "team-one")]
    [InlineData("<< inputs.empty | default \"none\" >>", "none")]
    [InlineData("<< add inputs.app.replicas 3 | mul 2 >>", "10")]
    [InlineData("<< if eq inputs.app.version \"6.7.x\" >>yes<< else >>no<< end >>", "yes")]
    [InlineData("<< if inputs.app.off >>a<< else if inputs.app.on >>b<< else >>c<< end >>", "b")]
    [InlineData("<< if and inputs.app.on (not inputs.app.off) >>a<< end >>", "a")]
    [InlineData("<< range inputs.app.tags >>[<< . >>]<< end >>", "[a][b]")]
    [InlineData("<< range $i, $tag := inputs.app.tags >><< $i >><< $tag >> << end >>", "0a 1b ")]
    [InlineData("<< range $key, $value := inputs.app >><< if eq $key \"off\" >><< break >><< end >><< $key >> << end >>", "")]
    [InlineData("<< range list >>x<< else >>empty<< end >>", "empty")]
    [InlineData("<< with inputs.app >><< .replicas >><< end >>", "2")]
    [InlineData("<< $x := 1 >><< if true >><< $x = 2 >><< end >><< $x >>", "2")]
    [InlineData("<< index inputs.app.tags 1 >><< index inputs.app \"version\" >>", "b6.7.x")]
    [InlineData("<< (dict \"a\" (list 1 2)).a | first >>", "1")]
    [InlineData("<< get inputs.app \"nothing\" | empty >>", "true")]
    [InlineData("<< ternary \"a\" \"b\" inputs.app.on >>", "a")]
    [InlineData("<< printf \"%s-%03d\" \"a\" 7 >>", "a-007")]
    [InlineData("<< list \"a\" \"b\" | join \",\" >>", "a,b")]
    [InlineData("<< splitList \".\" inputs.app.version | last >>", "x")]
    [InlineData("<< \"abc\" | trunc 2 >><< \"abc\" | trunc -1 >>", "abc")]
    [InlineData("<< trimPrefix \"v\" \"v1\" >><< trimSuffix \"x\" \"1x\" >>", "11")]
    [InlineData("<< \"a\" | b64enc >> << \"0x10\" | int >>", "YQ== 16")]
    [InlineData("x:<< inputs.app.tags | toYaml | nindent 2 >>", "x:\n  - a\n  - b\n  ")]
    [InlineData("<< dict \"b\" (dict \"c\" \"true\") \"a\" 1 | toYaml >>", "a: 1\nb:\n  c: \"true\"\n")]
    [InlineData("<< coalesce inputs.empty nil 3 >>", "3")]
    [InlineData("<< gt inputs.app.replicas 1 >><< hasPrefix \"6\" inputs.app.version >>", "truetrue")]
    public void A_template_gives(string template, string expected) => Assert.Equal(expected, Run(template));

    [Theory]
    [InlineData("a << xyz 1 >>", "unknown function 'xyz'", "xyz")]
    [InlineData("<< now >>", "unknown function 'now'", "now")]
    [InlineData("<< inputs.app.missing >>", "its inputs have no 'missing'", "inputs.app.missing")]
    [InlineData("<< inputs.tenant.x >>", "there is no 'x' in a value that is no map", "inputs.tenant.x")]
    [InlineData("<< $x >>", "undefined variable '$x'", "$x")]
    [InlineData("<< inputs", "an action is not closed with '>>'", "<<")]
    [InlineData("<< if true >>", "'if' has no 'end'", "if")]
    [InlineData("<< end >>", "unexpected 'end'", "end")]
    [InlineData("<< \"abc >>", "a string is not closed", "\"abc >>")]
    [InlineData("<< upper 1 >>", "'upper' cannot take these arguments", "upper")]
    [InlineData("<< eq 1 \"1\" >>", "'1' and '1' are of different types", "eq")]
    [InlineData("<< upper >>", "'upper' cannot take these arguments", "upper")]
    [InlineData("<< mul >>", "'mul' cannot take these arguments", "mul")]
    [InlineData("<< upper \"a\" \"b\" >>", "'upper' cannot take these arguments", "upper")]
    [InlineData("<< template \"x\" >>", "'template' is not supported", "template")]
    [InlineData("<< div 1 0 >>", "a number is divided by zero", "div")]
    public void A_template_fails(string template, string message, string blamed)
    {
        var fault = Assert.Throws<GoTemplateFault>(() => Run(template));

        Assert.Equal(message, fault.Message);
        Assert.Equal(blamed, template.Substring(fault.Span.Start, fault.Span.Length));
    }

    [Theory]
    [InlineData("<< range until 10000 >><< range until 10000 >><< end >><< end >>")]
    [InlineData("<< range until 1000 >><< repeat 2000 \"x\" >><< end >>")]
    [InlineData("<< repeat 1000000000 \"x\" >>")]
    [InlineData("<< $x := list 1 >><< range until 64 >><< $x = list $x $x >><< end >><< $x >>")]
    [InlineData("<< $x := \"ab\" >><< range until 64 >><< $x = printf \"%s%s\" $x $x >><< end >>")]
    [InlineData("<< $x := repeat 50000 \"a\" >><< replace \"a\" $x $x >>")]
    [InlineData("<< $x := list 1 >><< range until 10000 >><< $x = list $x >><< end >>")]
    [InlineData("<< $x := repeat 100000 \"a\" >><< range until 10000 >><< $y := contains \"ab\" $x >><< end >>")]
    [InlineData("<< $x := repeat 50000 \"a\" >><< contains $x $x >>")]
    [InlineData("<< repeat 4611686018427387905 \"ab\" >>")]
    [InlineData("<< indent 9223372036854775807 \"ab\" >>")]
    [InlineData("<< until 9223372036854775807 >>")]
    [InlineData("<< printf \"%2147483648d\" 1 >>")]
    public void What_never_ends_is_cut(string template) => Assert.Throws<GoTemplateFault>(() => Run(template));

    [Fact]
    public void Parentheses_nest_only_so_deep() =>
        Assert.Throws<GoTemplateFault>(() => Run($"<< {new string('(', 10_000)}1{new string(')', 10_000)} >>"));

    [Fact]
    public void A_case_for_each_of_many_clusters_is_no_limit() =>
        Assert.Equal("x", Run($"<< if false >>{string.Concat(Enumerable.Repeat("<< else if false >>", 150))}<< else >>x<< end >>"));

    [Fact]
    public void A_chain_of_cases_is_only_so_long() =>
        Assert.Throws<GoTemplateFault>(() => Run($"<< if false >>{string.Concat(Enumerable.Repeat("<< else if false >>", 100_000))}<< end >>"));

    [Fact]
    public void Variables_are_only_so_many() =>
        Assert.Throws<GoTemplateFault>(() => Run(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<< $v{i} := 1 >>"))));

    private static string Run(string template) =>
        GoTemplateEvaluator.Run(template, GoTemplateParser.Parse(template), YamlTree.Parse(SourceText.From("inputs.yaml", Inputs)).RootMapping, new()).ToString();
}
