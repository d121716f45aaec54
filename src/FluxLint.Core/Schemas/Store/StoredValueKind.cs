namespace FluxLint.Schemas;

/// <summary>What a store says in front of a value. A text follows where it is a single one, else how many values there are, each of a field after its name.</summary>
internal enum StoredValueKind
{
    /// <summary>A number, a boolean or null.</summary>
    Plain,

    /// <summary>A text, whatever it reads like.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>A mapping.</summary>
    Mapping,
}
