using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A <c>Bucket</c>: the objects of an S3-compatible store.</summary>
public sealed class Bucket : Source
{
    internal Bucket(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <inheritdoc/>
    public override YamlScalar? Url => Spec.Scalar("endpoint");

    /// <summary>Name of the bucket.</summary>
    public YamlScalar? BucketName => Spec.Scalar("bucketName");

    /// <summary>What the names of the objects start with; all are taken when it is absent.</summary>
    public YamlScalar? Prefix => Spec.Scalar("prefix");
}
