namespace FluxLint.Core.Tests.Kustomize.Generators;

public class GeneratorCaseTests
{
    private const string Folder = "Generators/Cases";

    public static TheoryData<string> Cases => BuildCase.Names(Folder);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_what_kustomize_gives(string name) => BuildCase.Read(Folder, name).Check();
}
