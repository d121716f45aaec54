namespace FluxLint.Core.Tests.Kustomize.OpenApi;

public class OpenApiCaseTests
{
    private const string Folder = "OpenApi/Cases";

    public static TheoryData<string> Cases => BuildCase.Names(Folder);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_what_kustomize_gives(string name) => BuildCase.Read(Folder, name).Check();
}
