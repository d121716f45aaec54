using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Flux;

/// <summary>Finds artifacts that cannot be made, or not as their copies say.</summary>
public sealed class InvalidArtifactCopy : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2017",
        Title = "An artifact cannot be generated as it is written",
        Message = "{0}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/InvalidArtifactCopy"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnFlux<ArtifactGenerator>(Check);
        registry.OnCluster(CheckSources);
    }

    private static void Check(ResourceContext context, ArtifactGenerator generator)
    {
        var name = generator.Resource.Id.Name;
        foreach (var again in Repeated(generator.Sources.Select(source => source.Alias)))
            context.Report(Descriptor, again, $"ArtifactGenerator '{name}' has two sources with the alias '{again.Value}'");
        foreach (var again in generator.Artifacts.GroupBy(artifact => artifact.Namespace).SelectMany(same => Repeated(same.Select(artifact => artifact.Name))))
            context.Report(Descriptor, again, $"ArtifactGenerator '{name}' makes the artifact '{again.Value}' twice");
        foreach (var artifact in generator.Artifacts)
        {
            foreach (var revision in new[] { artifact.Revision, artifact.OriginRevision }.OfType<YamlScalar>())
                CheckAlias(context, generator, revision, revision.Value.TrimStart('@'));
            var copies = artifact.Copies.ToList();
            for (var i = 0; i < copies.Count; i++)
                CheckCopy(context, generator, copies[i], copies.Skip(i + 1));
        }
    }

    private static void CheckCopy(ResourceContext context, ArtifactGenerator generator, CopyOperation copy, IEnumerable<CopyOperation> later)
    {
        if (copy.From is { } from)
        {
            if (copy.Source is var (alias, _))
                CheckAlias(context, generator, from, alias);
            else if (IsKnown(from))
                context.Report(Descriptor, from, $"'{from.Value}' names no files of a source").WithHelp("write it as '@alias/pattern'");
        }
        if (copy.To is { } to && copy.Destination is null && IsKnown(to))
            context.Report(Descriptor, to, $"'{to.Value}' is no place in the artifact").WithHelp("write it as '@artifact/path'");
        if (copy.Strategy is { Value: not ("Overwrite" or "Merge" or "Extract") } strategy && IsKnown(strategy))
            context.Report(Descriptor, strategy, $"'{strategy.Value}' is no copy strategy").WithHelp("use 'Overwrite', 'Merge' or 'Extract'");
        if (copy.To is { } file && later.FirstOrDefault(copy.IsOverwrittenBy) is { To: { } over })
            context.Report(Descriptor, file, $"nothing of this copy is left: a later one overwrites '{file.Value}'").WithRelated(over.Location, "the later copy");
    }

    private static void CheckAlias(ResourceContext context, ArtifactGenerator generator, YamlScalar place, string alias)
    {
        var aliases = generator.Sources.Select(source => source.Alias?.Value).OfType<string>().ToList();
        // The artifact itself has an alias, too.
        if (alias == "artifact" || aliases.Contains(alias) || !IsKnown(place) || aliases.Exists(other => other.HasVariable()))
            return;
        context.Report(Descriptor, place, $"ArtifactGenerator '{generator.Resource.Id.Name}' has no source with the alias '{alias}'")
            .WithHelp(Suggestion.For(alias, aliases)?.Question);
    }

    private static void CheckSources(ClusterContext context)
    {
        // What is unknown may hold the generator.
        if (context.Cluster.HasGapsBesideArtifacts)
            return;
        foreach (var inventory in context.Cluster.Inventories.Where(inventory => inventory.State == InventoryState.MissingArtifact))
        {
            if (inventory.Kustomization is { Source: { Name: { } artifact } source } kustomization)
                context.Report(Descriptor, kustomization.PlaceOf(artifact), $"no ArtifactGenerator makes the artifact '{artifact.Value}' in namespace '{source.Namespace}', which Kustomization '{kustomization.Resource.Id.Name}' builds");
        }
    }

    private static IEnumerable<YamlScalar> Repeated(IEnumerable<YamlScalar?> names) =>
        names.OfType<YamlScalar>().Where(IsKnown).GroupBy(name => name.Value).SelectMany(same => same.Skip(1));

    private static bool IsKnown(YamlScalar scalar) => !scalar.Value.HasVariable();
}
