namespace FluxLint.Core.Tests.Kustomize.Output;

/// <summary>Builds random stacks of kustomizations here and with kubectl, and compares the bytes.</summary>
public sealed class RandomStackTests
{
    [KubectlFact]
    public void Random_stacks_are_built_as_kubectl_builds_them() => RandomStack.Any.Run(
        stack =>
        {
            using var files = new TemporaryRepository(stack.Files());
            if (files.Difference($"{stack.Layers.Length - 1}") is { } difference)
                Assert.Fail($"{stack}\n{difference}");
        });
}
