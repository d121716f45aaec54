using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds overlays that have a copy of an object where their siblings patch it.</summary>
public sealed class OverlayCopiesBase : Rule
{
    /// <summary>What smaller objects have in common is little more than their names.</summary>
    private const int FewestValues = 8;

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1013",
        Title = "An overlay repeats an object of its base",
        Message = "this repeats {0} of '{1}' but for {2} of its {3} values",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Info,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/OverlayCopiesBase"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        foreach (var siblings in context.Renderings.Where(rendering => rendering.Kustomization is { IsComponent: false }).GroupBy(rendering => RepositoryPath.Parent(rendering.Directory)))
        {
            // What lies in the directory of an overlay is a part of it, and no base.
            var bases = siblings
                .SelectMany(overlay => overlay.Inputs.Where(input => !RepositoryPath.IsWithin(overlay.Directory, input.Directory)))
                .DistinctBy(input => input.Directory)
                .ToList();
            foreach (var overlay in siblings.DistinctBy(rendering => rendering.Directory).Where(_ => bases.Count > 0))
                Check(context, overlay, bases.Where(shared => !Includes(overlay, shared.Directory)));
        }
    }

    private static void Check(RepositoryContext context, Rendering overlay, IEnumerable<Rendering> bases)
    {
        var own = overlay.Manifests.SelectMany(file => Objects(context.Repository, file)).ToList();
        foreach (var shared in bases.Where(_ => own.Count > 0))
        {
            var originals = shared.Manifests.SelectMany(file => Objects(context.Repository, file)).ToLookup(resource => resource.Id);
            foreach (var copy in own)
            {
                if (originals[copy.Id].FirstOrDefault() is not { } original || Difference(copy, original) is not var (different, all))
                    continue;
                context.Report(Descriptor, copy.Place, copy.Id.Display, shared.Directory, different, all)
                    .WithRelated(original.Location, "the object of the base")
                    .WithHelp($"include '{shared.Directory}' as its other overlays do, and patch what differs");
            }
        }
    }

    // A kustomization on the way may take objects of the base away again.
    private static bool Includes(Rendering overlay, string shared)
    {
        var open = new Stack<Rendering>([overlay]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out var rendering))
        {
            if (rendering.Directory == shared)
                return true;
            foreach (var input in rendering.Inputs.Where(input => seen.Add(input.Directory)))
                open.Push(input);
        }
        return false;
    }

    private static IEnumerable<Resource> Objects(Repository repository, string file) =>
        repository.Tree(file)?.Documents.Select(document => document.Expanded).OfType<YamlMapping>().Where(root => !root.Contains("sops")).Select(Resource.Of) ?? [];

    /// <summary>How many values of an object are not those of another, and how many there are; null where they are no copies of each other.</summary>
    private static (int Different, int All)? Difference(Resource copy, Resource original)
    {
        var (own, others) = (Values(copy), Values(original));
        var different = own.Except(others).Count();
        var isCopy = own.Count >= FewestValues && different * 5 <= own.Count && others.Except(own).Count() * 5 <= others.Count;
        return isCopy ? (different, own.Count) : null;
    }

    private static HashSet<(string Path, string Value)> Values(Resource resource)
    {
        var values = new HashSet<(string, string)>();
        Add(resource.Root, "");
        return values;

        void Add(YamlNode node, string path)
        {
            switch (node)
            {
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                        Add(entry.Value, $"{path}.{entry.Name}");
                    break;
                case YamlSequence list:
                    foreach (var item in list.Items)
                        Add(item, $"{path}[]");
                    break;
                case YamlScalar scalar:
                    values.Add((path, scalar.Value));
                    break;
            }
        }
    }
}
