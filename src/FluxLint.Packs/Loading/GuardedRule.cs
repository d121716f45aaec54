using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Packs.Loading;

/// <summary>A rule of a pack. What it says of itself was asked once, when it was loaded; what it does later is watched.</summary>
internal sealed class GuardedRule : Rule
{
    private readonly Rule rule;
    private readonly RuleRegistry registered;
    private readonly RuleWatch watch;
    private readonly DiagnosticDescriptor descriptor;

    public GuardedRule(Rule rule, DiagnosticDescriptor descriptor, RuleRegistry registered, string pack, RuleWatch watch)
    {
        this.rule = rule;
        this.descriptor = descriptor;
        this.registered = registered;
        this.watch = watch;
        Title = $"{descriptor.Id} of {pack}";
    }

    internal override string Title { get; }

    internal override string GivenName => rule.Name;

    /// <inheritdoc/>
    public override DiagnosticDescriptor Describe() => descriptor;

    /// <inheritdoc/>
    public override void Register(RuleRegistry registry)
    {
        registry.FileActions.AddRange(registered.FileActions.Select(Watched));
        registry.KustomizationActions.AddRange(registered.KustomizationActions.Select(Watched));
        registry.ClusterActions.AddRange(registered.ClusterActions.Select(Watched));
        registry.RepositoryActions.AddRange(registered.RepositoryActions.Select(Watched));
        registry.ResourceActions.AddRange(registered.ResourceActions.Select(action => new ResourceAction(
            action.IsFor,
            (context, view) => Watch((context, view), seen => action.Check(seen.context, seen.view)))));
    }

    private Action<T> Watched<T>(Action<T> check) => seen => Watch(seen, check);

    private void Watch<T>(T seen, Action<T> check)
    {
        watch.Enter(this);
        try
        {
            check(seen);
        }
        // The lint itself would take it for its own.
        catch (OperationCanceledException canceled)
        {
            throw new InvalidOperationException("it stopped as if the lint were cancelled, which nobody asked for", canceled);
        }
        finally
        {
            watch.Leave();
        }
    }
}
