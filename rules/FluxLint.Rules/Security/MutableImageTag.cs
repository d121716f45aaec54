using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Rules.Security;

/// <summary>Finds containers whose image is named without a version, in workloads and in the values of Helm releases.</summary>
public sealed class MutableImageTag : Rule
{
    private const string Latest = "latest";

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7005",
        Title = "An image without a version",
        Message = "{0} runs {1}, so that a restart may bring another version",
        Category = RuleCategory.Security,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/MutableImageTag"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        var resource = context.Resource;
        if (resource.HasUnknownValues)
            return;
        if (HelmRelease.Of(resource) is { Values: { } values })
            CheckValues(context, values);
        foreach (var container in resource.Pods?.Containers ?? [])
        {
            if (container.Image is { } image)
                Check(context, image);
        }
    }

    private static void Check(ResourceContext context, YamlScalar node)
    {
        var image = ContainerImage.Of(node.Value);
        if (!image.IsFloating || IsOpen(node))
            return;
        context.Report(Descriptor, node, context.Resource.Id.Display, image.Tag is null ? $"'{node.Value}', which has no tag" : $"'{node.Value}'").WithHelp("name a version or a digest");
    }

    /// <summary>What no value says is the chart's to say; a tag <c>latest</c> is clear beside a repository, or as the end of an image.</summary>
    private static void CheckValues(ResourceContext context, YamlNode node)
    {
        if (node is YamlSequence list)
        {
            foreach (var item in list.Items)
                CheckValues(context, item);
        }
        // A part that is switched off runs nothing.
        if (node is not YamlMapping mapping || mapping.Text("enabled") == "false")
            return;
        if ((mapping.Scalar("repository") ?? mapping.Scalar("image")) is { } repository && mapping.Scalar("tag") is { Value: Latest } tag && mapping.Text("digest") is null or "" && mapping.Text("sha") is null or "")
            context.Report(Descriptor, tag, context.Resource.Id.Display, $"'{repository.Value}:{Latest}'").WithHelp("name a version or a digest");
        else if (mapping.Scalar("image") is { } image && ContainerImage.Of(image.Value) is { Tag: Latest, Digest: null } && !IsOpen(image) && !mapping.Contains("tag"))
            Check(context, image);
        foreach (var (_, value) in mapping.Entries)
            CheckValues(context, value);
    }

    // Whoever fills it in chooses the version, and what is no image is the schema's affair.
    private static bool IsOpen(YamlScalar image) =>
        image.HasVariable() || image.Value.Length == 0 || image.Value.AsSpan().ContainsAny(" \n{}$<>");
}
