using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Policies;

/// <summary>
/// Holds a policy against the objects of a fleet: each distinct one once for all clusters that are alike to the policy, one after another, so that
/// what a policy may cost in all is the same in every run.
/// </summary>
internal sealed class PolicyRun
{
    // What following paths through an object costs, as compared to a step of an expression.
    private const int CharactersOfStep = 100;

    private readonly Policy policy;
    private readonly CelBudget budget;
    private readonly CelEvaluator evaluator;
    private readonly ClusterViews views;
    private readonly Dictionary<Resource, ObjectValues> others = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<PolicyFinding>.Builder findings = ImmutableArray.CreateBuilder<PolicyFinding>();
    private PolicyFailures? failures;

    /// <param name="policy">The policy.</param>
    /// <param name="steps">What it may cost.</param>
    public PolicyRun(Policy policy, long steps)
    {
        this.policy = policy;
        budget = new(steps);
        evaluator = new(budget);
        views = new([.. (policy.Message?.Parts.Select(part => part.Expression) ?? []).Append(policy.Expression).OfType<PolicyExpression>()]);
    }

    public PolicyResult Check(IEnumerable<SharedResource> resources)
    {
        if (policy.Expression is null && policy.Demands.IsEmpty)
            return new([], null);
        foreach (var shared in resources)
        {
            if (policy.Select.Matches(shared.Resource) != true || policy.Except is { Classes.IsEmpty: true } except && except.Matches(shared.Resource) != false)
                continue;
            ImmutableArray<Cluster> clusters = [.. shared.Clusters.Where(cluster => IsMeant(shared.Resource, cluster))];
            if (!clusters.IsEmpty)
                Check(shared.Resource, clusters);
            if (budget.IsSpent)
                return new(findings.ToImmutable(), new(policy.Id.Location, $"the policy takes too long, and was given up at {shared.Resource.Id.Display}"));
        }
        return new(findings.ToImmutable(), failures?.Summary);
    }

    private bool IsMeant(Resource resource, Cluster cluster) =>
        policy.Select.MatchesClass(cluster)
        && (policy.Except is not { Classes.IsEmpty: false } except || !except.MatchesClass(cluster) || except.Matches(resource) == false)
        && (!views.ReadsResources || cluster.Keeps(resource));

    private void Check(Resource resource, ImmutableArray<Cluster> clusters)
    {
        var values = new ObjectValues(resource);
        if (values.Value is Unknown)
            return;
        budget.Take(policy.Demands.Length * (1 + (resource.Root.Span.Length / CharactersOfStep)));
        var faults = policy.Demands.SelectMany(demand => demand.Check(resource.Root)).ToList();
        if (faults.Count == 0 && policy.Expression is null)
            return;
        foreach (var view in views.Group(clusters))
        {
            var scope = new CelScope("object", values.Value, new("cluster", view.Key.Cluster, new("resources", OthersOf(view.Key, resource))));
            var all = policy.Expression is { } expression ? faults.Concat(Evaluate(expression, values, scope)) : faults;
            // What is wrong in one place is one finding.
            foreach (var place in all.GroupBy(fault => fault.Field.In(resource).Location))
                Report(values, place.First().Field, FieldFault.Describe(place), scope, [.. view]);
        }
    }

    private IEnumerable<FieldFault> Evaluate(PolicyExpression expression, ObjectValues values, CelScope scope)
    {
        var value = evaluator.Evaluate(expression.Expression, scope);
        if (value is Unknown or Bool { Value: true } || budget.IsSpent)
            return [];
        if (value is not Bool)
        {
            if (!policy.IgnoresFailures)
                (failures ??= new(policy, evaluator)).Add(expression, value, values.Resource, scope);
            return [];
        }
        var fields = new DecidingValues(evaluator, values).Find(expression.Expression, scope, outcome: false).Distinct();
        return [.. fields.DefaultIfEmpty(new(values.Resource.Root, null)).Select(field => new FieldFault(field, null, policy.Title))];
    }

    /// <summary>The other objects of the clusters; one that is not known stands for all that may be there besides.</summary>
    private Seq OthersOf(ClusterView view, Resource resource)
    {
        budget.Take(view.Resources.Length);
        var items = view.Resources.Where(other => !ReferenceEquals(other.Root, resource.Root)).Select(ValueOf);
        return new([.. view.MayHaveMore ? items.Append(new Unknown()) : items]);
    }

    private CelValue ValueOf(Resource other)
    {
        if (!others.TryGetValue(other, out var values))
            others.Add(other, values = new(other));
        return values.Value;
    }

    private void Report(ObjectValues values, FieldNode field, string message, CelScope scope, ImmutableArray<Cluster> clusters)
    {
        var place = field.In(values.Resource);
        if (policy.Message is { } written)
        {
            scope = new("value", field.Node is Syntax.YamlScalar { IsNull: false } ? values.Of(field.Node, field.Key) : new Unknown(), scope);
            message = written.Show(evaluator, new("field", new Str(place.Field.ToString()), scope)) ?? message;
        }
        findings.Add(new(place, message, clusters));
    }
}
