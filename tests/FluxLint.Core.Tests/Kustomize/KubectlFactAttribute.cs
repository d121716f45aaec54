namespace FluxLint.Core.Tests.Kustomize;

/// <summary>A fact that compares with <c>kubectl kustomize</c>, skipped where kubectl is not installed.</summary>
public sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute()
    {
        if (!Kubectl.IsInstalled)
            Skip = "kubectl is not installed";
    }
}
