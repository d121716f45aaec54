namespace FluxLint.Flux;

/// <summary>What a reference asks to do with the value (fluxcd/pkg, <c>envsubst</c>).</summary>
internal enum TemplateOperator
{
    /// <summary><c>${a}</c>; also <c>${a,^}</c> and <c>${a^,}</c>, which do nothing.</summary>
    None,

    /// <summary><c>${a=b}</c>, <c>${a:=b}</c>, <c>${a:-b}</c>, <c>${a:?b}</c>, <c>${a:+b}</c>: all of them the value, or where that is empty the default.</summary>
    Default,

    /// <summary><c>${#a}</c>: the number of bytes.</summary>
    Length,

    /// <summary><c>${a:1}</c>, <c>${a:1:2}</c>, in bytes.</summary>
    Substring,

    /// <summary><c>${a,}</c></summary>
    LowerFirst,

    /// <summary><c>${a,,}</c></summary>
    Lower,

    /// <summary><c>${a^}</c></summary>
    UpperFirst,

    /// <summary><c>${a^^}</c></summary>
    Upper,

    /// <summary><c>${a#b}</c></summary>
    TrimShortestPrefix,

    /// <summary><c>${a##b}</c></summary>
    TrimLongestPrefix,

    /// <summary><c>${a%b}</c></summary>
    TrimShortestSuffix,

    /// <summary><c>${a%%b}</c></summary>
    TrimLongestSuffix,

    /// <summary><c>${a/b/c}</c></summary>
    ReplaceFirst,

    /// <summary><c>${a//b/c}</c></summary>
    ReplaceAll,

    /// <summary><c>${a/#b/c}</c></summary>
    ReplacePrefix,

    /// <summary><c>${a/%b/c}</c></summary>
    ReplaceSuffix,
}
