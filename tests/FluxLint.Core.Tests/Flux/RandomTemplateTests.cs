using CsCheck;
using FluxLint.Flux;

namespace FluxLint.Core.Tests.Flux;

/// <summary>Whatever a function of a template is called with, it gives a value or a fault.</summary>
public sealed class RandomTemplateTests
{
    private static readonly string[] Arguments =
    [
        "nil", "true", "false", "\"\"", "\"a\"", "\"a b\\nc\"", "\"-1\"", "\"0x\"", "\"0x8000000000000000\"", "\"-0x8000000000000000\"", "\"08\"", "\"1e999\"",
        "\"%d\"", "\"%0d\"", "\"%-5.3s\"", "\"%99999999999d\"", "\"%.1000f\"", "\"%q %v %x %t\"", "\"\u00e9\ud83d\ude00\"",
        "0", "1", "-1", "63", "100000", "2147483647", "2147483648", "-2147483649", "4294967296", "4611686018427387905", "9223372036854775807", "-9223372036854775808",
        "0.5", "-0.5", "1e18", "1e19", "-1e19", "1e308", "1e999",
        "(list)", "(list 1 \"a\" nil)", "(list (list \"b\") (dict))", "(dict)", "(dict \"a\" 1)", "(dict \"a\" (list 1) \"b\" nil)", "(until 1000)", "(repeat 1000 \"a\")",
    ];

    private static readonly string[] Functions = [.. GoTemplateFunctions.Names];

    private static readonly Gen<string> Call =
        Gen.Select(Gen.OneOf(Functions), Gen.OneOf(Arguments).Array[0, 5], (name, arguments) => $"{name} {string.Join(' ', arguments)}");

    [Fact]
    public void A_function_gives_a_value_or_a_fault() =>
        Gen.Select(Call, Call).Sample((inner, outer) => Run($"<< {inner} | {outer} >><< range ({inner}) >><< . >><< end >>"), iter: 20_000);

    private static void Run(string template)
    {
        try
        {
            GoTemplateEvaluator.Run(template, GoTemplateParser.Parse(template), inputs: null, new());
        }
        catch (GoTemplateFault fault)
        {
            Assert.InRange(fault.Span.End, 1, template.Length);
        }
    }
}
