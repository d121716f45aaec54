using FluxLint.Fleet;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>What the actions of a template tell of the values that they read.</summary>
public sealed class TemplateWordsTests
{
    [Theory]
    [InlineData("image: {{ .Values.image.tag }}", "image", true, false)]
    [InlineData("image: {{ .Values.image.tag }}", "tag", true, true)]
    [InlineData("{{- toYaml .Values.image | nindent 8 }}", "image", true, true)]
    [InlineData("{{ .Values.image.tag }} {{ range .Values.image }}", "image", true, true)]
    [InlineData("image: none", "image", false, false)]
    [InlineData("{{ index .Values.hosts \"main-host\" }}", "main-host", true, true)]
    [InlineData("{{ .Values.image", "image", true, true)]
    public void Words_count_within_actions(string template, string word, bool isMentioned, bool isWhole)
    {
        var words = new TemplateWords();
        words.AddTemplate(template);
        Assert.Equal((isMentioned, isWhole), (words.Mention(word), words.TakeWhole(word)));
    }

    [Theory]
    [InlineData("{{ .Values.image.tag }}", false)]
    [InlineData("{{ toYaml .Values }}", true)]
    [InlineData("{{ index $.Values \"image\" }}", true)]
    public void Values_that_are_handed_on_are_all_read(string template, bool takesAll)
    {
        var words = new TemplateWords();
        words.AddTemplate(template);
        Assert.Equal(takesAll, words.TakeAll);
    }
}
