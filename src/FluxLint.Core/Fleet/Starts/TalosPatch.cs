using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>What a JSON patch of a machine configuration of Talos does to the manifests in it.</summary>
internal static class TalosPatch
{
    /// <summary>The fields with manifests that an operation of a patch fills; none when it is of another kind or at another place.</summary>
    public static IEnumerable<(string Field, YamlNode? Value)> Fields(YamlMapping operation)
    {
        var parts = (operation.Text("path") ?? "").Split('/');
        if (parts is not ["", "cluster", TalosConfiguration.Inline or TalosConfiguration.Extra, ..])
            return [];
        return (operation.Text("op"), parts.Length) switch
        {
            ("remove" or "test", _) => [(parts[2], null)],
            // The whole list, or one item of it.
            ("add" or "replace", 3 or 4) => [(parts[2], operation["value"])],
            _ => [],
        };
    }
}
