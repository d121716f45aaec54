using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel;

/// <summary>Types, which have names and are values as well.</summary>
internal static class CelTypes
{
    /// <summary>The type of a name; null when there is none.</summary>
    public static Kind? Named(string name) => name switch
    {
        "bool" or "int" or "uint" or "double" or "string" or "bytes" or "list" or "map" or "null_type" or "type" or "optional_type" => new(name),
        "google.protobuf.Timestamp" or "google.protobuf.Duration" => new(name),
        _ => null,
    };

    public static Kind Of(CelValue value) => new(value switch
    {
        Null => "null_type",
        Bool => "bool",
        Int => "int",
        Uint => "uint",
        Real => "double",
        Str => "string",
        Bytes => "bytes",
        Seq => "list",
        Map => "map",
        Kind => "type",
        Optional => "optional_type",
        Moment => "google.protobuf.Timestamp",
        Period => "google.protobuf.Duration",
        Quantity => "kubernetes.Quantity",
        Address => "net.IP",
        Network => "net.CIDR",
        Url => "kubernetes.URL",
        Release => "kubernetes.Semver",
        _ => "kubernetes.NamedFormat",
    });
}
