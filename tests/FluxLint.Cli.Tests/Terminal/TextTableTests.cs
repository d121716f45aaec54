using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class TextTableTests
{
    [Theory]
    [InlineData(null, "NAME                        COUNT  NOTE\na-name-of-some-length-日本      5  nothing to say of it\n")]
    [InlineData(40, "NAME                 COUNT  NOTE\na-name-of-some-len…      5  nothing to …\n")]
    public void Gives_way_where_the_terminal_is_narrow(int? width, string expected)
    {
        var table = new TextTable("NAME", "COUNT", "EMPTY", "NOTE") { RightAligned = [1] };
        table.Add("a-name-of-some-length-日本", "5", "", "nothing to say of it");
        using var writer = new StringWriter { NewLine = "\n" };

        table.Write(writer, new(enabled: false), width);

        Assert.Equal(expected, writer.ToString());
    }

    [Fact]
    public void A_list_is_broken_between_names()
    {
        using var writer = new StringWriter { NewLine = "\n" };

        WrappedList.Write(writer, "1  ", ["alpha", "beta", "gamma"], 16);

        Assert.Equal("1  alpha, beta,\n   gamma\n", writer.ToString());
    }
}
