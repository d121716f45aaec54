using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Analysis;

/// <summary>What one rule looks at. Each action runs once for each thing it is registered for, on any thread.</summary>
public sealed class RuleRegistry
{
    internal RuleRegistry()
    {
    }

    internal List<Action<FileContext>> FileActions { get; } = [];

    internal List<Action<KustomizationContext>> KustomizationActions { get; } = [];

    internal List<ResourceAction> ResourceActions { get; } = [];

    internal List<Action<ClusterContext>> ClusterActions { get; } = [];

    internal List<Action<RepositoryContext>> RepositoryActions { get; } = [];

    /// <summary>Looks at every YAML file of the repository.</summary>
    public void OnFile(Action<FileContext> check) => FileActions.Add(check);

    /// <summary>Looks at every rendered kustomization directory.</summary>
    public void OnKustomization(Action<KustomizationContext> check) => KustomizationActions.Add(check);

    /// <summary>Looks at every distinct resource that reaches a cluster, as it is rendered: once, however many clusters share it.</summary>
    public void OnResource(Action<ResourceContext> check) => ResourceActions.Add(new(static _ => true, (context, _) => check(context)));

    /// <summary>Looks at every distinct resource of one kind that reaches a cluster.</summary>
    /// <param name="group">API group; empty for the core group.</param>
    /// <param name="kind">Kind.</param>
    /// <param name="check">The check.</param>
    public void OnResource(string group, string kind, Action<ResourceContext> check) =>
        ResourceActions.Add(new(subject => subject.Kind == new GroupKind(group, kind), (context, _) => check(context)));

    /// <summary>Looks at every distinct resource of one kind that reaches a cluster, through a view of the kind.</summary>
    /// <typeparam name="TView">The view of the kind.</typeparam>
    /// <param name="group">API group; empty for the core group.</param>
    /// <param name="kind">Kind.</param>
    /// <param name="view">Views a resource of the kind; null when it has not the shape of one.</param>
    /// <param name="check">The check.</param>
    public void OnResource<TView>(string group, string kind, Func<Resource, TView?> view, Action<ResourceContext, TView> check)
        where TView : class => OnResource(group, kind, context =>
    {
        if (view(context.Resource) is { } viewed)
            check(context, viewed);
    });

    /// <summary>Looks at every distinct object of a Flux kind, or of several with a common base, that reaches a cluster.</summary>
    /// <typeparam name="TObject">The view of the kind.</typeparam>
    public void OnFlux<TObject>(Action<ResourceContext, TObject> check)
        where TObject : FluxObject => ResourceActions.Add(new(
            static subject => subject.View is not null && subject.View.IsAssignableTo(typeof(TObject)),
            (context, view) =>
            {
                if (view is TObject viewed)
                    check(context, viewed);
            }));

    /// <summary>Looks at every cluster.</summary>
    public void OnCluster(Action<ClusterContext> check) => ClusterActions.Add(check);

    /// <summary>Looks at the repository as a whole.</summary>
    public void OnRepository(Action<RepositoryContext> check) => RepositoryActions.Add(check);
}
