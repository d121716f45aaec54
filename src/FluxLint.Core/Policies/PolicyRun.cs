using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;
using FluxLint.Schemas.Cel.Evaluation;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Policies;

/// <summary>
/// Holds a policy against the objects of a fleet: each distinct one once for all clusters that are alike to the policy, one after another, so that
/// what a policy costs in all is the same in every run.
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
    private readonly Dictionary<Resource, ObjectValues> hidden = new(ReferenceEqualityComparer.Instance);
    private readonly PolicyFailures failures;

    /// <param name="policy">The policy.</param>
    /// <param name="budget">What it may cost.</param>
    public PolicyRun(Policy policy, CelBudget budget)
    {
        this.policy = policy;
        this.budget = budget;
        evaluator = new(budget);
        failures = new(policy, evaluator);
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
        return new(findings.ToImmutable(), failures.Summary);
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
        var faults = policy.Demands.SelectMany(demand => demand.Check(resource)).ToList();
        if (faults.Count == 0 && policy.Expression is null)
            return;
        foreach (var view in views.Group(clusters))
        {
            budget.Begin();
            var scope = new CelScope("object", values.Value, new("cluster", view.Key.Cluster, new("resources", OthersOf(view.Key, resource, others))));
            var hasSecrets = resource.HasSecrets || view.Key.Resources.Any(other => other.HasSecrets);
            var all = policy.Expression is { } expression ? faults.Concat(Evaluate(expression, values, scope, hasSecrets)) : faults;
            // What is wrong in one place is one finding.
            foreach (var place in all.GroupBy(fault => fault.Field.In(resource).Location))
            {
                var field = place.First().Field;
                findings.Add(new(field.In(resource), Message(values, field, view.Key, scope, hasSecrets) ?? FieldFault.Describe(place), [.. view]));
            }
        }
    }

    private IEnumerable<FieldFault> Evaluate(PolicyExpression expression, ObjectValues values, CelScope scope, bool hasSecrets)
    {
        var value = evaluator.Evaluate(expression.Expression, scope);
        if (value is Unknown or Bool { Value: true } || budget.IsSpent)
            return [];
        if (value is not Bool)
        {
            failures.Add(expression, value, values.Resource, scope, hasSecrets);
            return [];
        }
        var fields = new DecidingValues(evaluator, values).Find(expression.Expression, scope, outcome: false).Distinct();
        return [.. fields.DefaultIfEmpty(new(values.Resource.Root, null)).Select(field => new FieldFault(field, null, policy.Title))];
    }

    /// <summary>The other objects of the clusters; one that is not known stands for all that may be there besides.</summary>
    private Seq OthersOf(ClusterView view, Resource resource, Dictionary<Resource, ObjectValues> known)
    {
        budget.Take(view.Resources.Length);
        var items = view.Resources.Where(other => !ReferenceEquals(other.Root, resource.Root)).Select(other => ValueOf(other, known));
        return new([.. view.MayHaveMore ? items.Append(new Unknown()) : items]);
    }

    private CelValue ValueOf(Resource other, Dictionary<Resource, ObjectValues> known)
    {
        if (!known.TryGetValue(other, out var values))
            known.Add(other, values = new(other, isShown: ReferenceEquals(known, hidden)));
        return values.Value;
    }

    /// <summary>What the policy itself says; null when it has nothing to say, or cannot.</summary>
    private string? Message(ObjectValues values, FieldNode field, ClusterView view, CelScope scope, bool hasSecrets)
    {
        if (policy.Message is not { } message)
            return null;
        var path = new Str(field.In(values.Resource).ShownField);
        var inner = new CelScope("field", path, new("value", ValueOf(values, field), scope));
        var shown = inner;
        if (hasSecrets)
        {
            var variables = new CelScope("object", ValueOf(values.Resource, hidden), new("cluster", view.Cluster, new("resources", OthersOf(view, values.Resource, hidden))));
            shown = new("field", path, new("value", values.IsSecret || values.Resource.Taken.Contains(field.Node) ? new Str(SecretContent.Stand) : ValueOf(values, field), variables));
        }
        if (message.Show(evaluator, shown) is { } text)
            return text;
        if (message.FindFailure(evaluator, inner) is var (expression, failure))
            failures.AddMessage(expression, failure, values.Resource, inner, hasSecrets);
        return null;
    }

    private static CelValue ValueOf(ObjectValues values, FieldNode field) =>
        field.Node is Syntax.YamlScalar { IsNull: false } ? values.Of(field.Node, field.Key) : new Unknown();
}
