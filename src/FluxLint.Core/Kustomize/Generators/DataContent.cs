using System.Text;
using System.Text.Unicode;

namespace FluxLint.Kustomize.Generators;

/// <summary>The value of a data key: bytes, and the text that they spell when they are valid UTF-8.</summary>
internal readonly record struct DataContent(byte[] Bytes, string? Text)
{
    public static DataContent Of(string text) => new(Encoding.UTF8.GetBytes(text), text);

    public static DataContent Of(byte[] bytes) => new(bytes, Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null);
}
