using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Syntax;

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
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Api/DeprecatedFluxApi"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        var trees = context.Repository.YamlFiles.Select(context.Repository.Tree).OfType<YamlTree>().ToList();
        var uses = trees.SelectMany(FluxApiUse.Of).ToLookup(use => use.Api);
        foreach (var same in uses)
        {
            // Objects and the patches for them change together, or a patch has no target any more.
            var judged = same.Select(use => (Use: use, Fits: use.FitsSuccessor)).ToList();
            var isOne = (!judged.TrueForAll(use => use.Fits) && same.Any(use => use.IsForAnother)) || trees.Exists(same.Key.MayBeSelectedIn);
            foreach (var (use, fits) in judged)
                Check(context, use, Running(context, use.Node.Source.Path), isMovable: !isOne && fits);
        }
    }

    private static void Check(RepositoryContext context, FluxApiUse use, ImmutableArray<RunningFlux> running, bool isMovable)
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
            .WithHelp($"migrate it to '{use.Api.Successor}'")
            .WithFix(isMovable ? Migrate(context, use, running) : null);
        if (refusing?.Location is { } location)
            finding.WithRelated(location, refusing.Display);
    }

    // Unsafe where the Flux that reads the file is not known: the version has to be served already.
    private static CodeFix? Migrate(RepositoryContext context, FluxApiUse use, ImmutableArray<RunningFlux> running)
    {
        var title = $"Write '{use.Successor}'";
        var change = context.Edit.Replace(use.Node, use.Successor);
        return !running.IsEmpty && running.All(flux => flux.Version >= use.Api.DeprecatedIn) ? CodeFix.Safe(title, change) : CodeFix.Unsafe(title, change);
    }

    /// <summary>What is known of the Flux that reads a file: the configured version, or else those of the clusters that it reaches.</summary>
    private static ImmutableArray<RunningFlux> Running(RepositoryContext context, string path)
    {
        if (context.Configuration.FluxVersion is { } configured)
            return [new(configured.Version, configured.IsAssumed ? null : configured.Node.Location, $"the fleet runs Flux {configured.Node.Value}")];
        return
        [
            .. from cluster in context.Fleet.ReadersOf(path)
               let release = cluster.Release
               where release is not null
               select new RunningFlux(release.Version, release.Location, $"cluster '{cluster.Name}' runs Flux {release.Text}"),
        ];
    }

    private sealed record RunningFlux(Version Version, Location? Location, string Display);
}
