namespace FluxLint.Kustomize;

/// <summary>Kinds of objects that a build may lack, because a part of it is not known.</summary>
[Flags]
internal enum GapKinds
{
    /// <summary>It lacks nothing.</summary>
    None = 0,

    /// <summary>Custom resource definitions.</summary>
    Definitions = 1,

    /// <summary>ConfigMaps and Secrets.</summary>
    Data = 2,

    /// <summary>Anything else.</summary>
    Others = 4,

    /// <summary>Custom resource definitions of groups that are known.</summary>
    KnownDefinitions = 8,

    /// <summary>Anything.</summary>
    All = Definitions | Data | Others,
}
