namespace FluxLint.Kubernetes;

/// <summary>How a selector compares a label.</summary>
internal enum LabelOperator
{
    /// <summary>In no way that is known.</summary>
    Unknown,

    /// <summary>The label has the value.</summary>
    Equal,

    /// <summary>The label has one of the values.</summary>
    In,

    /// <summary>The label has none of the values, or is not there.</summary>
    NotIn,

    /// <summary>The label is there.</summary>
    Exists,

    /// <summary>The label is not there.</summary>
    DoesNotExist,
}
