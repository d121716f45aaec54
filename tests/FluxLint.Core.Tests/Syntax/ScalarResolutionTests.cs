using System.Globalization;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

public sealed class ScalarResolutionTests
{
    /// <summary>A scalar as a manifest has it, and what <c>kubectl kustomize</c> (kustomize v5.5) prints for it.</summary>
    public static TheoryData<string, string> Printed { get; } = new()
    {
        { "0", "0" },
        { "1", "1" },
        { "-1", "-1" },
        { "+1", "1" },
        { "007", "7" },
        { "010", "8" },
        { "08", "8" },
        { "0o14", "12" },
        { "0O14", "12" },
        { "0x1F", "31" },
        { "0X1f", "31" },
        { "-0x1F", "-31" },
        { "0b101", "5" },
        { "0B11", "3" },
        { "-0b11", "-3" },
        { "1_000", "1000" },
        { "1__0", "10" },
        { "_1", "_1" },
        { "1_", "1" },
        { "0x_1F", "31" },
        { "0o1_4", "12" },
        { "-0", "0" },
        { "+0", "0" },
        { "-0o7", "-7" },
        { "-010", "-8" },
        { "1.0", "1" },
        { "1.5", "1.5" },
        { "1.50", "1.5" },
        { "-1.5", "-1.5" },
        { ".5", "0.5" },
        { "-.5", "-0.5" },
        { "+.5", "0.5" },
        { "5.", "5" },
        { "+5.", "5" },
        { ".", "." },
        { "-.", "-." },
        { "1e3", "1000" },
        { "1E3", "1000" },
        { "1e+3", "1000" },
        { "1e-3", "0.001" },
        { "1.5e3", "1500" },
        { ".5e1", "5" },
        { "5.e1", "50" },
        { "1e400", "1e400" },
        { "-1e400", "-1e400" },
        { "1e-400", "0" },
        { "1e21", "1e+21" },
        { "1e20", "1e+20" },
        { "123456789012345678901234567890", "1.2345678901234568e+29" },
        { "9223372036854775807", "9223372036854775807" },
        { "9223372036854775808", "9223372036854775808" },
        { "-9223372036854775808", "-9223372036854775808" },
        { "-9223372036854775809", "-9.223372036854776e+18" },
        { "18446744073709551615", "18446744073709551615" },
        { "18446744073709551616", "1.8446744073709552e+19" },
        { "0xFFFFFFFFFFFFFFFF", "18446744073709551615" },
        { "0x10000000000000000", "0x10000000000000000" },
        { "0x1p4", "0x1p4" },
        { "0x1.8p1", "0x1.8p1" },
        { "1_000.5", "1000.5" },
        { "1_0e1_0", "100000000000" },
        { "._5", "._5" },
        { ".5_0", "0.5" },
        { "0.1", "0.1" },
        { "0.30000000000000004", "0.30000000000000004" },
        { "1e-7", "1e-07" },
        { "0.000001", "1e-06" },
        { "0.0000001", "1e-07" },
        { "123456789.123456789", "1.2345678912345679e+08" },
        { "1234567890123456.7", "1.2345678901234568e+15" },
        { "100000000000000000000.5", "1e+20" },
        { ".Nan", ".Nan" },
        { "inf", "inf" },
        { "nan", "nan" },
        { "Infinity", "Infinity" },
        { "+Inf", "+Inf" },
        { "2001-01-01", "\"2001-01-01T00:00:00Z\"" },
        { "2001-1-1", "\"2001-01-01T00:00:00Z\"" },
        { "2001-12-14t21:59:43.10-05:00", "\"2001-12-14T21:59:43.1-05:00\"" },
        { "2001-12-14T21:59:43Z", "\"2001-12-14T21:59:43Z\"" },
        { "2001-12-14T21:59:43.1234567891Z", "\"2001-12-14T21:59:43.123456789Z\"" },
        { "2001-12-14 21:59:43.10", "\"2001-12-14T21:59:43.1Z\"" },
        { "2001-12-14 21:59:43", "\"2001-12-14T21:59:43Z\"" },
        { "2001-12-14 21:59:43.10 -5", "2001-12-14 21:59:43.10 -5" },
        { "2001-12-14 21:59:43Z", "2001-12-14 21:59:43Z" },
        { "2001-12-14T21:59:43", "2001-12-14T21:59:43" },
        { "2001-12-14T21:59:43+05:30", "\"2001-12-14T21:59:43+05:30\"" },
        { "2001-13-01", "2001-13-01" },
        { "2001-02-30", "2001-02-30" },
        { "2001-01-01T25:00:00Z", "2001-01-01T25:00:00Z" },
        { "12:30:45", "\"12:30:45\"" },
        { "1:20", "\"1:20\"" },
        { "190:20:30", "\"190:20:30\"" },
        { "true", "true" },
        { "True", "true" },
        { "TRUE", "true" },
        { "tRue", "tRue" },
        { "false", "false" },
        { "False", "false" },
        { "FALSE", "false" },
        { "yes", "\"yes\"" },
        { "Yes", "\"Yes\"" },
        { "no", "\"no\"" },
        { "NO", "\"NO\"" },
        { "on", "\"on\"" },
        { "On", "\"On\"" },
        { "off", "\"off\"" },
        { "OFF", "\"OFF\"" },
        { "y", "\"y\"" },
        { "n", "\"n\"" },
        { "Y", "\"Y\"" },
        { "N", "\"N\"" },
        { "~", "null" },
        { "null", "null" },
        { "Null", "null" },
        { "NULL", "null" },
        { "nULL", "nULL" },
        { "=", "=" },
        { "1.2.3", "1.2.3" },
        { "1,000", "1,000" },
        { "1 000", "1 000" },
        { "v1", "v1" },
        { "--", "--" },
        { "---x", "'---x'" },
        { "+", "+" },
        { "0x", "0x" },
        { "0b", "0b" },
        { "0o", "0o" },
        { "0b2", "0b2" },
        { "0o8", "0o8" },
        { "0xG", "0xG" },
        { "09", "9" },
        { "0.", "0" },
        { "00", "0" },
        { "00.5", "0.5" },
        { "01.5", "1.5" },
        { "0_1", "1" },
        { "1e", "1e" },
        { "e1", "e1" },
        { "1e3.5", "1e3.5" },
        { "1.e", "1.e" },
        { "!!str 123", "\"123\"" },
        { "!!int \"123\"", "123" },
        { "!!float 1", "1" },
        { "!!float \"1.5\"", "1.5" },
        { "!!bool \"true\"", "true" },
        { "!!null \"\"", "null" },
        { "!!binary aGVsbG8=", "hello" },
        { "!!timestamp 2001-01-01", "\"2001-01-01T00:00:00Z\"" },
        { "! 12", "12" },
        { "!foo 12", "\"12\"" },
        { "\"12\"", "\"12\"" },
        { "'true'", "\"true\"" },
        { "-0.0", "0" },
        { "0.0", "0" },
        { "-0b0", "0" },
        { "1e5", "100000" },
        { "1e15", "1000000000000000" },
        { "1e16", "10000000000000000" },
        { "1.0e20", "1e+20" },
        { "1.23e25", "1.23e+25" },
        { "1.0e-10", "1e-10" },
        { "12345678.0", "12345678" },
        { "+12", "12" },
        { "+0x10", "16" },
        { "+0b1", "1" },
        { "+0o7", "7" },
        { "0x-1", "0x-1" },
        { "-9223372036854775808.0", "-9.223372036854776e+18" },
        { "9007199254740993", "9007199254740993" },
        { "9007199254740993.0", "9007199254740992" },
        { "-0xFFFFFFFFFFFFFFFF", "-0xFFFFFFFFFFFFFFFF" },
        { "0o777777777777777777777777", "0o777777777777777777777777" },
        { "1_2.3_4", "12.34" },
        { "1._5", "1.5" },
        { "2001-01-01T00:00:00.000Z", "\"2001-01-01T00:00:00Z\"" },
        { "20010101", "20010101" },
        { "2001-01-1", "\"2001-01-01T00:00:00Z\"" },
        { "2001-1-01T1:1:1Z", "\"2001-01-01T01:01:01Z\"" },
        { "2001-01-01 1:2:3", "\"2001-01-01T01:02:03Z\"" },
        { "2001-01-01T1:2:3.Z", "2001-01-01T1:2:3.Z" },
        { "0001-01-01", "\"0001-01-01T00:00:00Z\"" },
        { "0000-01-01", "\"0000-01-01T00:00:00Z\"" },
        { "2001-01-01T23:59:60Z", "2001-01-01T23:59:60Z" },
        { "2001-01-01T10:00:00+0530", "2001-01-01T10:00:00+0530" },
        { "2001-01-01t10:00:00z", "2001-01-01t10:00:00z" },
        { "2001-01-01T10:00:00z", "2001-01-01T10:00:00z" },
        { "2001-01-01T10:00:00+05:30:10", "2001-01-01T10:00:00+05:30:10" },
        { "2001-01-01T10:00:00.5", "2001-01-01T10:00:00.5" },
        { "2001-01-01 10:00:00.123456789", "\"2001-01-01T10:00:00.123456789Z\"" },
        { "2001-01-01T10:00:00.123456789Z", "\"2001-01-01T10:00:00.123456789Z\"" },
        { "2001-01-01T10:00:00.100Z", "\"2001-01-01T10:00:00.1Z\"" },
        { "2001-01-01T10:00:00-00:00", "\"2001-01-01T10:00:00Z\"" },
        { "2001-01-01T10:00:00+00:00", "\"2001-01-01T10:00:00Z\"" },
        { "2001-01-01T10:00:00,5Z", "\"2001-01-01T10:00:00.5Z\"" },
        { "2001-01-01 10:00:00,5", "\"2001-01-01T10:00:00.5Z\"" },
        { "2001-01-01T10:00:00-14:01", "\"2001-01-01T10:00:00-14:01\"" },
        { "2001-01-01T24:00:00Z", "2001-01-01T24:00:00Z" },
        { "2000-02-29", "\"2000-02-29T00:00:00Z\"" },
        { "1900-02-29", "1900-02-29" },
        { "9999-12-31T23:59:59Z", "\"9999-12-31T23:59:59Z\"" },
        { "0b-11", "-3" },
        { "0b+11", "3" },
        { "0o-7", "-7" },
        { "-0b-1", "-0b-1" },
        { "+18446744073709551615", "1.8446744073709552e+19" },
        { "0000000000000000000000000000000000000000000000000000000000000000000000000001", "1" },
        { ".5e400", ".5e400" },
        { ".5_", ".5_" },
        { ".5__0", ".5__0" },
        { ".5e1_0", "5000000000" },
        { "1e23", "1e+23" },
        { "5e-324", "5e-324" },
        { "1.7976931348623157e308", "1.7976931348623157e+308" },
        { "123456.789", "123456.789" },
        { "1234567.5", "1.2345675e+06" },
        { "0.00001", "1e-05" },
        { "0.0001", "0.0001" },
        { "-1e-7", "-1e-07" },
        { "1e22", "1e+22" },
        { "! \"12\"", "\"12\"" },
        { "!!str ~", "\"~\"" },
        { "!!str", "\"\"" },
        { "!!float \"0x10\"", "16" },
        { "!<tag:yaml.org,2002:str> 12", "\"12\"" },
        { "12345-01-01", "12345-01-01" },
        { "2001-01-01T10:00:00+25:00", "2001-01-01T10:00:00+25:00" },
        { "2001-01-01T10:00:00.Z", "2001-01-01T10:00:00.Z" },
        { "2001-01-01T10:00Z", "2001-01-01T10:00Z" },
        { "'2001-01-01'", "\"2001-01-01\"" },
        { "!!str 2001-01-01", "\"2001-01-01\"" },
        { "2001-01-01T10:00:00.000000000000Z", "\"2001-01-01T10:00:00Z\"" },
        { "2001-1-1 1:1:1.5", "\"2001-01-01T01:01:01.5Z\"" },
        { "201-01-01", "201-01-01" },
        { "2001/01/01", "2001/01/01" },
        { "1_000_", "1000" },
        { "__1", "__1" },
        { "-_1", "-1" },
        { "+_1", "1" },
        { "-1_", "-1" },
        { "0b1_1", "3" },
        { "1e1_", "10" },
        { "1_e1", "10" },
        { "+1e3", "1000" },
        { ":a", ":a" },
        { "?a", "?a" },
        { "-a", "-a" },
        { "0x7fffffffffffffff", "9223372036854775807" },
        { "0x8000000000000000", "9223372036854775808" },
        { "-0x8000000000000000", "-9223372036854775808" },
        { "0xffff_ffff", "4294967295" },
        { "1.e3", "1000" },
        { "1.5.", "1.5." },
        { "1..5", "1..5" },
        { "++1", "++1" },
        { "+-1", "+-1" },
        { "1e+", "1e+" },
        { "0e0", "0" },
        { "0E0", "0" },
        { "00e1", "0" },
        { "010.5", "10.5" },
        { "08.5", "8.5" },
        { "0x1e3", "483" },
        { "1f", "1f" },
        { "1d", "1d" },
        { "1.0f", "1.0f" },
        { "1e3_", "1000" },
        { "NaN", "NaN" },
        { "-.nan", "-.nan" },
        { "+.nan", "+.nan" },
        { ".iNF", ".iNF" },
        { "~1", "~1" },
        { "nulls", "nulls" },
        { "TRue", "TRue" },
        { "Yes1", "Yes1" },    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void Scalar_resolves_as_kustomize_prints_it(string written, string printed)
    {
        var scalar = Parse(written);

        Assert.Equal(Unquote(printed), Print(scalar));
        Assert.Equal(IsText(printed), scalar.Kind is ScalarKind.String or ScalarKind.Timestamp);
    }

    [Theory]
    [InlineData("0644", ScalarKind.Integer)]
    [InlineData("1.0", ScalarKind.Float)]
    [InlineData("09", ScalarKind.Float)]
    [InlineData("123456789012345678901234567890", ScalarKind.Float)]
    [InlineData("-9223372036854775809", ScalarKind.Float)]
    [InlineData(".nan", ScalarKind.Float)]
    [InlineData("-.Inf", ScalarKind.Float)]
    [InlineData("!!float 1", ScalarKind.Float)]
    [InlineData("2001-01-01", ScalarKind.Timestamp)]
    [InlineData("'2001-01-01'", ScalarKind.String)]
    [InlineData("2001-02-30", ScalarKind.String)]
    [InlineData("on", ScalarKind.String)]
    [InlineData("TRUE", ScalarKind.Boolean)]
    [InlineData("~", ScalarKind.Null)]
    [InlineData("", ScalarKind.Null)]
    [InlineData("''", ScalarKind.String)]
    [InlineData("|", ScalarKind.String)]
    public void Scalar_has_the_kind(string written, ScalarKind kind) => Assert.Equal(kind, Parse(written).Kind);

    [Theory]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("-1.5e-10", "-1.5e-10")]
    [InlineData("123456789.25", "123456789.25")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    public void Number_is_written_as_json(string written, string json) => Assert.Equal(json, Parse(written).CanonicalValue);

    private static YamlScalar Parse(string written)
    {
        var tree = YamlTree.Parse(SourceText.From("x.yaml", $"a: {written}\n"));
        Assert.Empty(tree.Problems);
        return Assert.IsType<YamlScalar>(tree.RootMapping?["a"]);
    }

    /// <summary>JSON as kustomize prints it: large and small numbers get an exponent there.</summary>
    private static string Print(YamlScalar scalar)
    {
        if (scalar.Kind != ScalarKind.Float || long.TryParse(scalar.CanonicalValue, CultureInfo.InvariantCulture, out _) || ulong.TryParse(scalar.CanonicalValue, CultureInfo.InvariantCulture, out _))
            return scalar.CanonicalValue;
        var number = double.Parse(scalar.CanonicalValue, CultureInfo.InvariantCulture);
        var size = Math.Abs(number);
        if (size is >= 1e-4 and < 1e6)
            return number.ToString("R", CultureInfo.InvariantCulture);
        var precise = Enumerable.Range(0, 17)
            .Select(digits => number.ToString($"e{digits}", CultureInfo.InvariantCulture))
            .First(text => double.Parse(text, CultureInfo.InvariantCulture).Equals(number));
        var exponent = int.Parse(precise.AsSpan(precise.IndexOf('e') + 1), CultureInfo.InvariantCulture);
        return $"{precise[..precise.IndexOf('e')]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    private static string Unquote(string printed) => printed switch
    {
        ['"', .. var text, '"'] => text,
        ['\'', .. var text, '\''] => text,
        _ => printed,
    };

    /// <summary>Whether kustomize prints a string: in quotes where it would not be one without.</summary>
    private static bool IsText(string printed) =>
        printed is not ("null" or "true" or "false")
        && !(double.TryParse(printed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number));
}
