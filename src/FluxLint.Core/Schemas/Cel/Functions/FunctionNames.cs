using System.Collections.Frozen;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>The names of the functions that can be called, for those who look at an expression before it has values.</summary>
internal static class FunctionNames
{
    private static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "bool", "bytes", "contains", "double", "duration", "dyn", "endsWith", "int", "matches", "size", "startsWith", "string", "timestamp", "type", "uint",
            "base64.decode", "base64.encode",
            "charAt", "format", "indexOf", "join", "lastIndexOf", "lowerAscii", "replace", "reverse", "split", "strings.quote", "substring", "trim", "upperAscii",
            "distinct", "first", "flatten", "isSorted", "last", "lists.range", "max", "min", "slice", "sort", "sum",
            "hasValue", "optional.none", "optional.of", "optional.ofNonZeroValue", "optional.unwrap", "or", "orValue", "unwrapOpt", "value",
            "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getFullYear", "getHours", "getMilliseconds", "getMinutes", "getMonth", "getSeconds",
            "math.abs", "math.bitAnd", "math.bitNot", "math.bitOr", "math.bitShiftLeft", "math.bitShiftRight", "math.bitXor", "math.ceil", "math.floor",
            "math.greatest", "math.isFinite", "math.isInf", "math.isNaN", "math.least", "math.round", "math.sign", "math.sqrt", "math.trunc",
            "sets.contains", "sets.equivalent", "sets.intersects",
            "add", "asApproximateFloat", "asInteger", "compareTo", "isGreaterThan", "isInteger", "isLessThan", "isQuantity", "quantity", "sign", "sub",
            "isSemver", "major", "minor", "patch", "semver",
            "find", "findAll",
            "getEscapedPath", "getHost", "getHostname", "getPort", "getQuery", "getScheme", "isURL", "url",
            "cidr", "containsCIDR", "containsIP", "family", "ip", "ip.isCanonical", "isCIDR", "isGlobalUnicast", "isIP", "isLinkLocalMulticast", "isLinkLocalUnicast",
            "isLoopback", "isUnspecified", "masked", "prefixLength",
            "format.named", "format.dns1123Label", "format.dns1123Subdomain", "format.dns1035Label", "format.qualifiedName", "format.dns1123LabelPrefix",
            "format.dns1123SubdomainPrefix", "format.dns1035LabelPrefix", "format.labelValue", "format.uri", "format.uuid", "format.byte", "format.date", "format.datetime", "validate",
        ]);

    /// <summary>All names, with the space that they are in.</summary>
    public static IEnumerable<string> Known => All;

    /// <summary>Whether there is a function of the name.</summary>
    public static bool Contains(string name) => All.Contains(name);

    /// <summary>Whether functions are in a space of the name, as those of <c>math</c>.</summary>
    public static bool IsSpace(string name) => All.Any(function => function.Length > name.Length && function.StartsWith(name, StringComparison.Ordinal) && function[name.Length] == '.');
}
