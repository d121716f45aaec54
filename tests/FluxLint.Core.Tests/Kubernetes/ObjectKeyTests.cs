using FluxLint.Kubernetes;

namespace FluxLint.Core.Tests.Kubernetes;

/// <summary>Keys remember their hash.</summary>
public sealed class ObjectKeyTests
{
    [Fact]
    public void A_changed_copy_has_a_hash_of_its_own()
    {
        var key = new ObjectKey("apps", "Deployment", "web", "a");
        var known = new HashSet<ObjectKey> { key };

        var copy = key with { Namespace = "shop" };

        Assert.DoesNotContain(copy, known);
        Assert.Equal(new ObjectKey("apps", "Deployment", "shop", "a").GetHashCode(), copy.GetHashCode());
        Assert.Contains(copy with { Namespace = "web" }, known);
    }
}
