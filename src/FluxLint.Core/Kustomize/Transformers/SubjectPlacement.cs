namespace FluxLint.Kustomize.Transformers;

/// <summary>Which subjects of a role binding move along with the binding's namespace.</summary>
internal enum SubjectPlacement
{
    /// <summary>Those called <c>default</c>: of other accounts it is not known where they live.</summary>
    DefaultOnly,

    /// <summary>Every ServiceAccount.</summary>
    AllServiceAccounts,

    /// <summary>None.</summary>
    None,
}
