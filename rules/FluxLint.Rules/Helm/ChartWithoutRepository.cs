using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kustomize;

namespace FluxLint.Rules.Helm;

/// <summary>Finds charts that are asked of a repository that is known not to have them, and repositories that are declared twice.</summary>
public sealed class ChartWithoutRepository : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3016",
        Title = "A chart is asked of the wrong repository, or a repository is declared twice",
        Message = "{0} {1}",
        Category = RuleCategory.Helm,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/ChartWithoutRepository"),
        Fix = FixSafety.Unsafe,
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
        registry.OnCluster(CheckCharts);
        registry.OnCluster(CheckRepositories);
    }

    private static void CheckCharts(ClusterContext context)
    {
        foreach (var chart in context.Cluster.Charts)
        {
            if (chart.NameNode is not { } name || chart.Unserved is not { } unserved)
                continue;
            context.Report(Descriptor, chart.Declaration.PlaceOf(name), chart.Release.Resource.Id.Display, $"asks '{chart.Origin}' for the chart '{name.Value}', which it does not serve")
                .WithHelp(unserved.Nearest is { } near ? $"write '{near}'" : unserved.ServedBy is { } url ? $"'{url}' serves it" : null)
                .WithFix(unserved.Nearest is { } nearest ? CodeFix.Unsafe($"Write '{nearest}'", context.Edit.Replace(name, nearest)) : null);
        }
    }

    private static void CheckRepositories(ClusterContext context)
    {
        var repositories = context.Cluster.OwnObjects.OfType<HelmRepository>().Where(repository => !repository.Resource.HasUnknownValues && repository.Url is not null);
        // Each namespace may need one of its own, and other credentials may see other charts.
        foreach (var same in repositories.GroupBy(repository => new Access(Url(repository), repository.Resource.Id.Namespace, repository.SecretName?.Value, repository.CertificateSecretName?.Value)))
        {
            if (!same.Skip(1).Any())
                continue;
            var distinct = same.DistinctBy(repository => repository.Resource.Id.Name)
                .OrderBy(repository => repository.Resource.Path, StringComparer.Ordinal)
                .ThenBy(repository => repository.Resource.Location.Span.Start)
                .ToList();
            foreach (var repository in distinct.Skip(1))
                Report(context, repository, distinct[0].Resource);
        }
    }

    private static void Report(ClusterContext context, HelmRepository repository, Resource first)
    {
        if (repository.Url is not { } url || url.HasVariable())
            return;
        context.Report(Descriptor, repository.PlaceOf(url), repository.Resource.Id.Display, $"has the URL of {first.Id.Display}, so that its index is fetched and kept twice")
            .WithSeverity(Severity.Warning)
            .WithHelp($"refer to '{first.Id.Name}' instead")
            .WithRelated(first.Location, $"{first.Id.Display} is here");
    }

    private static string Url(HelmRepository repository) => repository.Url?.Value.TrimEnd('/') ?? "";

    /// <summary>What charts a repository shows, and to whom.</summary>
    private readonly record struct Access(string Url, string Namespace, string? Secret, string? CertificateSecret);
}
