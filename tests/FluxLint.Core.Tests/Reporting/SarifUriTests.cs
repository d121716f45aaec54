using FluxLint.Reporting;

namespace FluxLint.Core.Tests.Reporting;

public sealed class SarifUriTests
{
    [Theory]
    [InlineData("", ".")]
    [InlineData("apps/base/kustomization.yaml", "apps/base/kustomization.yaml")]
    [InlineData("a b/100%/#1?.yaml", "a%20b/100%25/%231%3F.yaml")]
    [InlineData("größe/日.yaml", "gr%C3%B6%C3%9Fe/%E6%97%A5.yaml")]
    [InlineData("c:x/[a]\\b.yaml", "c%3Ax/%5Ba%5D%5Cb.yaml")]
    [InlineData("a@b/c+d=e,f;(g)!.yaml", "a@b/c+d=e,f;(g)!.yaml")]
    public void Escapes_what_a_path_may_not_hold(string path, string uri)
    {
        Assert.Equal(uri, SarifUri.Of(path));
        Assert.True(Uri.TryCreate(uri, UriKind.Relative, out _));
    }
}
