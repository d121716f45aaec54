using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Policies;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>Finds the policies of configurations: in these themselves, and in the files that they name. Of two with one id or name the first counts.</summary>
/// <param name="repository">The files.</param>
/// <param name="knownRules">The rules whose ids and names are taken.</param>
/// <param name="outside">Where the configurations are instead; null when they are in the repository.</param>
internal sealed class PolicyLoader(Repository repository, ImmutableArray<RuleInfo> knownRules, OutsidePolicy? outside)
{
    private const int MostPolicies = 500;

    private readonly ImmutableArray<Policy>.Builder policies = ImmutableArray.CreateBuilder<Policy>();
    private readonly ImmutableArray<ConfigurationProblem>.Builder problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
    private readonly HashSet<string> files = new(StringComparer.Ordinal);

    /// <summary>The policies in the order in which they are met.</summary>
    public ImmutableArray<Policy> Policies => policies.ToImmutable();

    /// <summary>What is wrong with them.</summary>
    public ImmutableArray<ConfigurationProblem> Problems => problems.ToImmutable();

    /// <summary>The files that hold policies alone.</summary>
    public IEnumerable<string> Files => files.Order(StringComparer.Ordinal);

    /// <summary>Takes in the policies of a configuration.</summary>
    public void Add(YamlTree configuration)
    {
        if (configuration.Documents.FirstOrDefault(document => document.Root is not null)?.Expanded is not YamlMapping root)
            return;
        var reader = new NodeReader();
        var read = reader.Items(root, "policies").Select(item => reader.AsMapping(item, "an item of 'policies'")).OfType<YamlMapping>().Select(new PolicyReader(reader).Read).ToList();
        var trees = reader.Globs(root, "policyFiles").SelectMany(pattern => Find(pattern, reader)).ToList();
        problems.AddRange(reader.Problems);
        Take(read);
        foreach (var tree in trees)
            AddFile(tree);
    }

    private void AddFile(YamlTree tree)
    {
        if (!files.Add(tree.Source.Path))
            return;
        var reader = new NodeReader();
        var documents = tree.Documents.Where(document => document.Root is not null).Select(document => reader.AsMapping(document.Expanded, "a policy"));
        var read = documents.OfType<YamlMapping>().Select(new PolicyReader(reader).Read).ToList();
        problems.AddRange(reader.Problems);
        Take(read);
    }

    private IEnumerable<YamlTree> Find(LocatedGlob pattern, NodeReader reader)
    {
        if (outside is not null)
        {
            // Nothing but what is named is read there.
            if (RepositoryPath.Normalize(pattern.Glob.Pattern) is { } path && pattern.Glob.IsLiteral && outside.Tree(path) is { } tree)
                return [tree];
            reader.Report(pattern.Node, $"'{pattern.Glob.Pattern}' names no file beside the configuration; there files of policies are named one by one");
            return [];
        }
        var found = repository.Files.Where(path => PolicyExamples.IsPolicyFile(path) && pattern.Glob.Matches(path)).ToList();
        if (found.Count == 0)
            reader.Report(pattern.Node, $"no file of policies matches '{pattern.Glob.Pattern}': their names end in {PolicyExamples.PolicySuffix}");
        return found.Select(repository.Tree).OfType<YamlTree>();
    }

    private void Take(IEnumerable<Policy?> read)
    {
        foreach (var policy in read.OfType<Policy>())
        {
            if (Taken(policy) is { } problem)
                problems.Add(new(policy.Id.Location, problem));
            else
                policies.Add(policy);
        }
    }

    private string? Taken(Policy policy)
    {
        if (policies.Count == MostPolicies)
            return $"there are more than {MostPolicies} policies";
        if (knownRules.FirstOrDefault(rule => rule.Id == policy.Id.Value || rule.Name == policy.Name) is { } rule)
            return $"the rule {rule.Id} '{rule.Name}' has the id or the name of the policy '{policy.Id.Value}' already";
        var other = policies.FirstOrDefault(other => other.Id.Value == policy.Id.Value || other.Name == policy.Name);
        return other is null ? null
            : other.Id.Value == policy.Id.Value ? $"there are two policies '{policy.Id.Value}': the other one is in {other.Id.Location}"
            : $"the policies '{other.Id.Value}' and '{policy.Id.Value}' have one name, '{policy.Name}'";
    }
}
