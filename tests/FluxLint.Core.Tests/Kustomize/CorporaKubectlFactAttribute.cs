namespace FluxLint.Core.Tests.Kustomize;

/// <summary>A fact over the repositories below the directory that FLUXLINT_CORPORA names, compared with kubectl.</summary>
public sealed class CorporaKubectlFactAttribute : FactAttribute
{
    public CorporaKubectlFactAttribute()
    {
        if (Corpora.Length == 0)
            Skip = "FLUXLINT_CORPORA names no directory of repositories";
        else if (!Kubectl.IsInstalled)
            Skip = "kubectl is not installed";
    }

    public static string Corpora { get; } = Environment.GetEnvironmentVariable("FLUXLINT_CORPORA") ?? "";
}
