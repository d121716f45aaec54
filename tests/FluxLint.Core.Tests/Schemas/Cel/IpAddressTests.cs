using FluxLint.Schemas.Cel;

namespace FluxLint.Core.Tests.Schemas.Cel;

/// <summary>Addresses as Go reads and writes them.</summary>
public sealed class IpAddressTests
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8")]
    [InlineData("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8")]
    [InlineData("1::8", "1::8")]
    [InlineData("64:ff9b::1.2.3.4", "64:ff9b::102:304")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [InlineData("", null)]
    [InlineData("1.2.3", null)]
    [InlineData("1.2.3.4.5", null)]
    [InlineData("1.2.3.256", null)]
    [InlineData("01.2.3.4", null)]
    [InlineData("1.2.3.4/8", null)]
    [InlineData("::ffff:1.2.3.4", null)]
    [InlineData("1::2::3", null)]
    [InlineData("1:2:3:4:5:6:7", null)]
    [InlineData("1:2:3:4:5:6:7:8:9", null)]
    [InlineData("1:2:3:4::5:6:7:8", null)]
    [InlineData("12345::", null)]
    [InlineData("fe80::1%eth0", null)]
    [InlineData("1.2.3.4::", null)]
    [InlineData(":1", null)]
    public void Address_is_read(string text, string? expected) => Assert.Equal(expected, IpAddress.Parse(text)?.ToString());
}
