using FluxLint.Text;

namespace FluxLint.Core.Tests.Text;

/// <summary>What was made of texts shortly before.</summary>
public sealed class RecentTextsTests
{
    [Fact]
    public void Something_is_made_of_equal_texts_once()
    {
        var made = new List<string>();
        var recent = new RecentTexts<string>(text =>
        {
            made.Add(text);
            return text + "!";
        });

        Assert.Equal(["v1!", "!", "v1!", "!"], new[] { "v1", "", string.Concat("v", "1"), "" }.Select(text => recent[text]));
        Assert.Equal(["v1", ""], made);
    }

    [Fact]
    public void Texts_that_take_the_same_place_are_told_apart()
    {
        var recent = new RecentTexts<string>(text => text);

        // Length, middle and end are all that the place goes by.
        Assert.Equal(["abc", "xbc", "abc"], new[] { "abc", "xbc", "abc" }.Select(text => recent[text]));
    }
}
