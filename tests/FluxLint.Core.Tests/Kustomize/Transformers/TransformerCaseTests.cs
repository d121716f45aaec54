namespace FluxLint.Core.Tests.Kustomize.Transformers;

public class TransformerCaseTests
{
    private const string Folder = "Transformers/Cases";

    public static TheoryData<string> Cases => BuildCase.Names(Folder);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_what_kustomize_gives(string name) => BuildCase.Read(Folder, name).Check();
}
