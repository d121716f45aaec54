using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Security;

/// <summary>Finds image automation that changes what clusters run without anyone's approval, and policies that take any tag.</summary>
public sealed class PushToMain : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX7008",
        Title = "Image automation pushes to the branch that it reads, or takes any tag",
        Message = "{0} {1}",
        Category = RuleCategory.Security,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Security/PushToMain"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFlux<ImageUpdateAutomation>(Check);
        registry.OnFlux<ImagePolicy>(Check);
    }

    private static void Check(ResourceContext context, ImageUpdateAutomation automation)
    {
        // Where a refspec says what is pushed, that may be anything.
        if (automation.IsSuspended || context.Resource.HasUnknownValues || automation.Spec.At("git", "push", "refspec") is not null)
            return;
        if (automation.PushBranch is { IsNull: false } push)
        {
            if (!push.HasVariable() && ReadBranch(context.Clusters, automation) == push.Value)
                Report(context, push, $"pushes to '{push.Value}', the branch that it reads, so that nobody reviews what it changes").WithHelp("push to a branch of its own, and merge that by pull requests");
            return;
        }
        if (automation.Spec.Mapping("git") is { } git)
            Report(context, git.KeyOf("push") ?? automation.Spec.KeyOf("git") ?? git, "pushes to the branch that it reads, so that nobody reviews what it changes").WithHelp("set 'spec.git.push.branch' to a branch of its own, and merge that by pull requests");
    }

    private static void Check(ResourceContext context, ImagePolicy policy)
    {
        if (context.Resource.HasUnknownValues || policy.IsSuspended || policy.FilterTags is not null || context.Clusters.All(cluster => IsReviewed(cluster, policy)))
            return;
        if (policy.Policy?.Mapping("semver")?.Scalar("range") is { } range)
        {
            if (!range.HasVariable() && ChartVersion.IsOpen(range.Value))
                Report(context, range, $"takes any version in '{range.Value}', which has no end").WithHelp("write a range that ends, such as '1.x', or filter tags");
        }
        else if ((policy.Policy?.KeyOf("alphabetical") ?? policy.Policy?.KeyOf("numerical")) is YamlScalar order)
        {
            Report(context, order, $"takes the last of all tags in {order.Value} order, whatever they are for").WithHelp("say with 'spec.filterTags.pattern' which tags count");
        }
    }

    /// <summary>Whether all automation that sees a policy pushes to a branch of its own, so that somebody reviews what the policy takes.</summary>
    private static bool IsReviewed(Cluster cluster, ImagePolicy policy)
    {
        var automations = cluster.OwnResources
            .Where(resource => resource.Id is { Group: FluxGroups.Image, Kind: "ImageUpdateAutomation" } && resource.Id.Namespace == policy.Resource.Id.Namespace)
            .Select(FluxObject.Of)
            .OfType<ImageUpdateAutomation>()
            .ToList();
        return automations.Count > 0 && automations.TrueForAll(automation => automation.PushBranch is { IsNull: false } push && push.Value != ReadBranch([cluster], automation));
    }

    private static Finding Report(ResourceContext context, YamlNode node, string what) => context.Report(Descriptor, node, context.Resource.Id.Display, what);

    /// <summary>The branch that is read; null when it is not known.</summary>
    private static string? ReadBranch(ImmutableArray<Cluster> clusters, ImageUpdateAutomation automation)
    {
        if (automation.CheckoutBranch is { } branch)
            return branch.Value;
        return automation.Source is { } source
            ? clusters.Select(cluster => cluster.Find(source.Key)).OfType<Resource>().Select(FluxObject.Of).OfType<GitRepository>().FirstOrDefault()?.Branch?.Value
            : null;
    }
}
