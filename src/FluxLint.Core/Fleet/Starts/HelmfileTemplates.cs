using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>What the releases of a helmfile inherit from its templates.</summary>
internal static class HelmfileTemplates
{
    private const string DefaultInherit = "defaultInherit";

    // Nobody keeps more in sight.
    private const int MostLayers = 100;

    /// <summary>Whether a part of a helmfile has releases elsewhere inherit templates.</summary>
    public static bool ReachOut(YamlMapping root) => root.Contains(DefaultInherit) && root["releases"] is null;

    /// <summary>
    /// A release and the templates that it inherits, at any depth, each once; null when one is not in sight. What a release leaves out of a
    /// template is never what a helmfile is read for.
    /// </summary>
    public static List<YamlMapping>? LayersOf(YamlMapping release, YamlMapping root)
    {
        var (layers, met, templates) = (new List<YamlMapping> { release }, new HashSet<string>(StringComparer.Ordinal), root.Mapping("templates"));
        if (!Inherit(root[DefaultInherit]))
            return null;
        for (var i = 0; i < layers.Count; i++)
        {
            if (layers.Count > MostLayers || !Inherit(layers[i]["inherit"]))
                return null;
        }
        return layers;

        bool Inherit(YamlNode? written)
        {
            foreach (var item in YamlSequence.ItemsOf(written))
            {
                var name = item is YamlMapping mapping ? mapping.Text("template") : (item as YamlScalar)?.Value;
                if (name is null || templates?.Mapping(name) is not { } template)
                    return false;
                if (met.Add(name))
                    layers.Add(template);
            }
            return true;
        }
    }
}
