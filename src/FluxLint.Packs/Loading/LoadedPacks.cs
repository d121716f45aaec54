using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Packs.Locking;

namespace FluxLint.Packs.Loading;

/// <summary>The packs of one run, until it is over.</summary>
internal sealed class LoadedPacks : IDisposable
{
    private readonly List<PackLoadContext> contexts = [];
    private readonly List<GuardedPack> packs = [];
    private readonly List<LeftOutPack> leftOut = [];
    private readonly StringBuilder identity = new(typeof(LoadedPacks).Module.ModuleVersionId.ToString("N"));
    private readonly PackOptions options;

    private LoadedPacks(PackOptions options)
    {
        this.options = options;
        Watch = new(options.Time, options.Bytes);
    }

    /// <summary>Those whose rules run.</summary>
    public IReadOnlyList<GuardedPack> Packs => packs;

    /// <summary>Those whose rules do not.</summary>
    public IReadOnlyList<LeftOutPack> LeftOut => leftOut;

    /// <summary>Watches the rules at work.</summary>
    public RuleWatch Watch { get; }

    /// <summary>Tells what was loaded from anything else that could have been.</summary>
    public string Identity => identity.ToString();

    /// <summary>Loads what is allowed, and is what the lock says.</summary>
    /// <param name="repository">The repository, which has the lock.</param>
    /// <param name="references">The packs that are configured.</param>
    /// <param name="known">The rules that are there without them.</param>
    /// <param name="options">What the user allows.</param>
    public static LoadedPacks Load(IFileSystem repository, ImmutableArray<PackReference> references, IReadOnlyCollection<RuleInfo> known, PackOptions options)
    {
        var verifier = new PackVerifier(PackLockFile.Read(repository, out var absence), absence, options.Folder);
        var loaded = new LoadedPacks(options);
        foreach (var reference in references)
            loaded.Add(reference, verifier, known);
        return loaded;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var context in contexts)
            context.Unload();
        contexts.Clear();
        packs.Clear();
        Watch.Dispose();
    }

    private void Add(PackReference reference, PackVerifier verifier, IReadOnlyCollection<RuleInfo> known)
    {
        if (!options.IsAllowed(reference.Id.Value))
        {
            LeaveOut(reference, PackOptions.NotAllowed);
            return;
        }
        if (PackageFolder.ProblemOf(options.Folder, options.Root) is { } unsafeFolder)
        {
            LeaveOut(reference, unsafeFolder);
            return;
        }
        if (verifier.Verify(reference, out var problem) is not { } verified)
        {
            LeaveOut(reference, problem);
            return;
        }
        var context = new PackLoadContext(verified);
        try
        {
            var pack = new PackLoader(context, verified.Identity, Watch).Load(options.Time);
            CheckNames(pack, known);
            contexts.Add(context);
            packs.Add(pack);
            identity.Append('\0').Append(verified.Identity);
            foreach (var assembly in verified.Assemblies)
                identity.Append(' ').Append(Convert.ToHexString(SHA256.HashData(assembly.Content)));
        }
        catch (PackException unusable)
        {
            context.Unload();
            LeaveOut(reference, unusable.Message);
        }
    }

    private void LeaveOut(PackReference reference, string reason)
    {
        leftOut.Add(new(reference.Id.Value, reason));
        identity.Append('\0').Append(reference.Id.Value).Append(' ').Append(reason);
    }

    private void CheckNames(GuardedPack pack, IReadOnlyCollection<RuleInfo> known)
    {
        var taken = known.Select(rule => (rule.Id, rule.Name, Owner: "FluxLint"))
            .Concat(packs.SelectMany(other => other.Rules.Select(rule => (rule.Describe().Id, rule.Name, Owner: other.Name))))
            .ToList();
        foreach (var rule in pack.Rules)
        {
            var id = rule.Describe().Id;
            if (taken.Find(other => other.Id == id) is { Owner: { } owner })
                throw new PackException(owner == pack.Name ? $"two of its rules have the id {id}" : $"it has the id {id}, which is one of {owner}");
            if (taken.Find(other => other.Name == rule.Name) is { Owner: { } namesake })
                throw new PackException($"it has a rule with the name {rule.Name}, as {namesake} has");
            taken.Add((id, rule.Name, pack.Name));
        }
    }
}
