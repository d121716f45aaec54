using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>Reads the items of <c>values</c>.</summary>
internal sealed class ClusterValueReader(NodeReader reader)
{
    public ClusterValue? Read(YamlMapping mapping)
    {
        reader.CheckKeys(mapping, "a value of clusters", ConfigurationKeys.Value);
        var (release, value) = (reader.Text(mapping, "release"), reader.Text(mapping, "value"));
        var (isRequired, isUnique) = (reader.IsOn(mapping, "required"), reader.IsOn(mapping, "unique"));
        if (mapping["release"] is null || mapping["value"] is null)
            reader.Report(mapping, "a value of clusters needs a 'release', the name of a HelmRelease, and a 'value', the keys to it with dots between them");
        if (release is null || value is null || reader.AsGlob(release) is not { } releases)
            return null;
        if (value.Value.Split('.').All(key => key.Length > 0))
            return new(releases, value) { IsRequired = isRequired, IsUnique = isUnique };
        reader.Report(value, $"'{value.Value}' is no path of keys, such as 'global.region'");
        return null;
    }
}
