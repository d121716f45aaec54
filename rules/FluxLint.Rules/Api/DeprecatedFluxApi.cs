using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;

namespace FluxLint.Rules.Api;

/// <summary>Finds Flux objects, patches and references in versions that Flux has deprecated or removed.</summary>
public sealed class DeprecatedFluxApi : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX5001",
        Title = "A Flux kind in a deprecated or removed version",
        Message = "{0} is written for '{1}', which {2}",
        Category = RuleCategory.Api,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/DeprecatedFluxApi"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnFile(Check);

    private static void Check(FileContext context)
    {
        ImmutableArray<RunningFlux>? running = null;
        foreach (var use in FluxApiUse.Of(context.Tree))
            Check(context, use, running ??= Running(context));
    }

    private static void Check(FileContext context, FluxApiUse use, ImmutableArray<RunningFlux> running)
    {
        // A cluster whose Flux is older does not serve the successor yet.
        if (!running.IsEmpty && running.All(flux => flux.Version < use.Api.DeprecatedIn))
            return;
        var refusing = running.FirstOrDefault(flux => use.Api.RemovedIn is { } removed && flux.Version >= removed);
        var state = refusing is null
            ? $"is deprecated since Flux {use.Api.DeprecatedIn}{(use.Api.RemovedIn is { } removal ? $" and removed in Flux {removal}" : "")}"
            : $"Flux {use.Api.RemovedIn} removed";
        var finding = context.Report(Descriptor, use.Node.Location, use.Display, use.Api.ApiVersion, state)
            .WithSeverity(refusing is null ? Severity.Warning : Severity.Error)
            .WithHelp($"migrate it to '{use.Api.Successor}'");
        if (refusing?.Location is { } location)
            finding.WithRelated(location, refusing.Display);
    }

    /// <summary>What is known of the Flux that reads a file: the configured version, or else those of the clusters that it reaches.</summary>
    private static ImmutableArray<RunningFlux> Running(FileContext context)
    {
        if (context.Configuration.FluxVersion is { } configured)
            return [new(configured.Version, configured.IsAssumed ? null : configured.Node.Location, $"the fleet runs Flux {configured.Node.Value}")];
        return
        [
            .. from cluster in context.Fleet.ReadersOf(context.Tree.Source.Path)
               let release = cluster.Release
               where release is not null
               select new RunningFlux(release.Version, release.Location, $"cluster '{cluster.Name}' runs Flux {release.Text}"),
        ];
    }

    private sealed record RunningFlux(Version Version, Location? Location, string Display);
}
