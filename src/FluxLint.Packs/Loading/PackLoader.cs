using System.Reflection;
using System.Runtime.ExceptionServices;
using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Packs.Loading;

/// <summary>Makes rules of verified assemblies: the first moment at which code of a pack runs.</summary>
/// <param name="context">Where they are loaded.</param>
/// <param name="identity">The package.</param>
/// <param name="watch">Watches the rules later.</param>
internal sealed class PackLoader(PackLoadContext context, PackIdentity identity, RuleWatch watch)
{
    private string step = "while it was loaded";

    /// <summary>The pack.</summary>
    /// <param name="time">How long its code may take to say what it has.</param>
    /// <exception cref="PackException">It cannot be used; the message says why.</exception>
    public GuardedPack Load(TimeSpan time)
    {
        GuardedPack? pack = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                pack = Load();
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        if (!thread.Join(time))
            throw new PackException($"it hangs {step}: nothing came of it in {time.TotalSeconds:0.#} s");
        return pack ?? throw Explained(failure?.SourceException);
    }

    private GuardedPack Load()
    {
        var own = context.Own;
        if (own.Select(BuiltAgainst).Max() is { } needed && needed > Ours)
            throw new PackException($"it is built against FluxLint.Core {needed.ToString(3)}, and this is {Ours.ToString(3)}: update fluxlint, or lock an older version of the pack");
        var types = own.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.IsSubclassOf(typeof(RulePack)) && !type.IsAbstract).ToList();
        if (types is not [var type])
            throw new PackException(types.Count == 0 ? "it has no public class that derives from RulePack" : $"it has {types.Count} classes that derive from RulePack ({string.Join(", ", types.Select(found => found.FullName))}), and a pack has one");
        if (type.GetConstructor([]) is null)
            throw new PackException($"{type.FullName} has no constructor without parameters");
        step = $"in the constructor of {type.FullName}";
        if (Activator.CreateInstance(type) is not RulePack pack)
            throw new PackException($"{type.FullName} is no RulePack");
        step = $"in {type.FullName}.Rules";
        var rules = pack.Rules;
        return new(identity, [.. (rules.IsDefault ? [] : rules).Select(rule => Guard(pack, rule))]);
    }

    private KeyValuePair<GuardedRule, string> Guard(RulePack pack, Rule rule)
    {
        step = $"in {rule.GetType().Name}.Describe";
        var descriptor = rule.Describe();
        if (!RuleId.IsValid(descriptor.Id))
            throw new PackException($"{rule.GetType().Name} has the id '{descriptor.Id}', and an id is capital letters and digits, such as ORG1001");
        if (descriptor.Id.StartsWith(RuleInfo.BuiltInIds, StringComparison.OrdinalIgnoreCase))
            throw new PackException($"{rule.GetType().Name} has the id {descriptor.Id}, and ids that start with {RuleInfo.BuiltInIds} are those of FluxLint");
        step = $"in {rule.GetType().Name}.Register";
        var registry = new RuleRegistry();
        rule.Register(registry);
        step = $"while it looked for the page of {descriptor.Id}";
        return new(new(rule, descriptor, registry, identity.Id, watch), pack.Page(rule) ?? "");
    }

    private PackException Explained(Exception? thrown)
    {
        var cause = thrown is TargetInvocationException or TypeInitializationException ? thrown.GetBaseException() : thrown;
        if (cause is PackException known)
            return known;
        var oldness = cause is MissingMemberException or TypeLoadException && Built is { } built && built != Ours
            ? $"; it is built against FluxLint.Core {built.ToString(3)}, and this is {Ours.ToString(3)}: look for a version of the pack that goes with it"
            : "";
        return new($"it threw {cause?.GetType().Name} {step}: {cause?.Message}{oldness}", cause);
    }

    private Version? Built => context.Own.Select(BuiltAgainst).Max();

    private static Version Ours => typeof(Rule).Assembly.GetName().Version ?? new();

    private static Version? BuiltAgainst(Assembly assembly) =>
        Array.Find(assembly.GetReferencedAssemblies(), reference => reference.Name == typeof(Rule).Assembly.GetName().Name)?.Version;
}
