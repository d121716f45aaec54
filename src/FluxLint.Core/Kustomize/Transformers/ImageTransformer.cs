using System.Collections.Immutable;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Carries out <c>images</c>, in every list of containers wherever it stands.</summary>
internal static class ImageTransformer
{
    // Fields of the built-in configuration from kustomize 5.7 on; CronJobs are not among their kinds.
    private static readonly ImmutableArray<FieldSpec> Volumes =
    [
        new("spec/volumes[]/image/reference"),
        new("spec/template/spec/volumes[]/image/reference"),
    ];

    public static void Apply(Layer layer)
    {
        var entries = layer.Mappings(layer.Kustomization.Root, "images").Select(entry => ImageEntry.Read(layer, entry)).OfType<ImageEntry>().ToArray();
        var specs = layer.Configuration.Images;
        var hasVolumes = entries.Length > 0 && layer.Resources.Exists(MayHaveImageVolumes);
        Apply(layer, entries, hasVolumes && layer.GoByVersion().ChangesImageVolumes ? [.. specs, .. Volumes] : specs);
        var isUncertain = layer.HasGaps || layer.Resources.Exists(resource => resource.HasUnknownValues);
        layer.Images.AddRange(entries.Select(entry => entry.Use(isUncertain)));
    }

    /// <summary>Changes images in lists of containers, and then in the fields.</summary>
    public static void Apply(Layer layer, ImageEntry[] entries, ImmutableArray<FieldSpec> specs)
    {
        if (entries.Length == 0)
            return;
        // The built-in fields are lists of containers: one walk does both.
        var builtIn = TransformerConfiguration.Default.Images;
        var others = specs == builtIn ? [] : specs.Except(builtIn).ToArray();
        var namesPods = specs.Length - others.Length == builtIn.Length;
        if (!namesPods)
            others = [.. specs];
        var emptiesVolumes = others.Contains(Volumes[0]);
        layer.Transform(resource =>
        {
            var root = resource.Root;
            if (resource.Id.Kind != "CustomResourceDefinition")
                root = (YamlMapping)new ResourceWalk(layer, resource, entries, emptiesVolumes).Visit(root, namesPods ? Place.Root : Place.Elsewhere);
            return resource.With(others.Length == 0 ? root : ApplyFields(layer, resource, root, entries, others));
        });
    }

    /// <summary>Whether there is more in the volumes of an object than a walk leaves as it is.</summary>
    private static bool MayHaveImageVolumes(Resource resource) =>
        AreOfImages(resource.Root.At("spec", "volumes")) || AreOfImages(resource.Root.At("spec", "template", "spec", "volumes"));

    private static bool AreOfImages(YamlNode? volumes) => volumes switch
    {
        null => false,
        YamlSequence list => list.Items.Any(item => item is not YamlMapping volume || volume.Contains("image")),
        _ => true,
    };

    private static YamlMapping ApplyFields(Layer layer, Resource resource, YamlMapping root, ImageEntry[] entries, FieldSpec[] specs)
    {
        var walk = new FieldWalk(Set, cause: null, Refuse);
        foreach (var spec in specs)
        {
            if (spec.Selects(resource.Id))
                root = walk.Apply(root, spec);
        }
        return root;

        YamlNode? Set(YamlNode? present)
        {
            if (present is YamlScalar image && layer.Takes(entries.Length))
                return entries.Aggregate(image, (changed, entry) => entry.Apply(changed));
            if (present is not (null or YamlScalar))
                Refuse(present);
            return null;
        }

        void Refuse(YamlNode node) =>
            layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has {KustomizationFields.Describe(node)} where an image goes");
    }

    /// <summary>Where a node stands. Kustomize names the pod specs of workloads on top of looking everywhere, and does it a second time there.</summary>
    private enum Place
    {
        Root,
        Spec,
        Template,
        PodSpec,
        Elsewhere,
    }

    private sealed class ResourceWalk(Layer layer, Resource resource, ImageEntry[] entries, bool emptiesVolumes)
    {
        public YamlNode Visit(YamlNode node, Place place) => node switch
        {
            YamlMapping mapping => Visit(mapping, place),
            YamlSequence sequence => FieldWalk.Items(sequence, item => Visit(item, place)),
            _ => node,
        };

        private YamlMapping Visit(YamlMapping mapping, Place place)
        {
            return mapping.WithValues(entry =>
            {
                var name = entry.Name ?? "";
                var below = Below(place, name);
                var value = Visit(entry.Value, below);
                if (name is "containers" or "initContainers")
                    return VisitContainers(value, isNamed: place is Place.Spec or Place.PodSpec);
                if (name == "volumes" && emptiesVolumes && place is Place.Spec or Place.PodSpec && value is YamlScalar { IsNull: true })
                    return new YamlSequence(value.Source, value.Span, []);
                if (below != Place.Elsewhere && value is YamlScalar { IsNull: false })
                    Refuse(value);
                return value;
            });
        }

        private YamlNode VisitContainers(YamlNode containers, bool isNamed)
        {
            switch (containers)
            {
                case YamlSequence sequence:
                    return FieldWalk.Items(sequence, item => VisitContainer(item, isNamed ? 2 : 1));
                case YamlScalar { IsNull: true } when isNamed:
                    return new YamlSequence(containers.Source, containers.Span, []);
                case YamlMapping mapping when isNamed:
                    return VisitContainer(mapping, 1);
                case YamlScalar { IsNull: false } when isNamed:
                    Refuse(containers);
                    return containers;
                default:
                    return containers;
            }
        }

        private YamlNode VisitContainer(YamlNode container, int times)
        {
            if (container is not YamlMapping mapping)
            {
                if (container is not YamlScalar { IsNull: true })
                    Refuse(container);
                return container;
            }
            if (mapping["image"] is not { } image)
                return container;
            if (image is not YamlScalar scalar)
            {
                Refuse(image);
                return container;
            }
            if (!layer.Takes(entries.Length))
                return container;
            var changed = scalar;
            foreach (var entry in entries)
            {
                for (var i = 0; i < times; i++)
                    changed = entry.Apply(changed);
            }
            return ReferenceEquals(changed, scalar) ? container : mapping.With("image", changed);
        }

        private void Refuse(YamlNode node) =>
            layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has {KustomizationFields.Describe(node)} where a container or its image goes");

        private static Place Below(Place place, string name) => (place, name) switch
        {
            (Place.Root, "spec") => Place.Spec,
            (Place.Spec, "template") => Place.Template,
            (Place.Template, "spec") => Place.PodSpec,
            _ => Place.Elsewhere,
        };
    }
}
