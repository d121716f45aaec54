using CsCheck;

namespace FluxLint.Core.Tests.Kustomize.Output;

/// <summary>Prints random objects here and with kubectl, and compares the bytes.</summary>
public sealed class RandomOutputTests
{
    private static readonly Gen<string> Entries = Gen.Select(RandomScalars.Key, RandomScalars.Value, (key, value) => $"  {key}: {value}\n").Array[0, 12]
        .Select(entries => string.Concat(entries.DistinctBy(entry => entry[..entry.IndexOf("\": ", StringComparison.Ordinal)])));

    private static readonly Gen<string> Items = RandomScalars.Value.Select(value => $"  - {value}\n").Array[0, 12].Select(string.Concat);

    private static readonly Gen<string> Nested = Gen.Select(RandomScalars.Value, RandomScalars.Value, (a, b) => a.Contains('\n') || b.Contains('\n') ? "" : $"  - - - {a}\n    - x: [{b}, [], {{}}]\n      y:\n      - {a}\n");

    [KubectlFact]
    public void Random_objects_are_printed_as_kubectl_prints_them() =>
        Gen.Select(Entries, Items, Nested).Run(
            random =>
            {
                var (entries, items, nested) = random;
                using var files = new TemporaryRepository(
                [
                    new("kustomization.yaml", "resources: [r.yaml]\n"),
                    new("r.yaml", $"apiVersion: x/v1\nkind: X\nmetadata:\n  name: x\nentries:\n{entries}\nitems:\n{items}\nnested:\n{nested}"),
                ]);
                if (files.Difference("") is { } difference)
                    Assert.Fail($"{entries}\n{items}\n{nested}\n{difference}");
            });
}
