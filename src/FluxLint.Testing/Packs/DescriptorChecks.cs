using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using FluxLint.Analysis;

namespace FluxLint.Testing;

/// <summary>What the class of a rule and its descriptor owe.</summary>
internal static partial class DescriptorChecks
{
    public static IEnumerable<string> Of(Rule rule)
    {
        var descriptor = rule.Describe();
        if (!rule.GetType().IsSealed)
            yield return "the class is not sealed";
        foreach (var field in rule.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(field => !field.IsInitOnly))
            yield return $"the field '{field.Name}' can change, and one rule serves all threads";
        if (!Id().IsMatch(descriptor.Id))
            yield return $"the id '{descriptor.Id}' is not a prefix in capitals and a number, such as ACME001";
        if (!IsSentence(descriptor.Title))
            yield return "the title is one line without a full stop";
        foreach (var message in new[] { descriptor.Message, descriptor.MessageForMany }.OfType<string>().Where(message => !IsSentence(message) || !IsFormat(message)))
            yield return $"the message '{message}' is one line without a full stop, in which {{0}} stands for what is named first";
        if (string.IsNullOrWhiteSpace(descriptor.Category.Name))
            yield return "the category has no name";
        if (!Version().IsMatch(descriptor.Since))
            yield return $"'{descriptor.Since}' is not the version that brought it, such as 1.0";
        if (descriptor.HelpUri is { } uri && !Uri.IsWellFormedUriString(uri, UriKind.Absolute))
            yield return $"'{uri}' is not the address of a page";
        foreach (var option in descriptor.Options.Where(option => !IsSentence(option.Summary)))
            yield return $"the option '{option.Name}' does not say in one line what it decides, without a full stop";
        if (descriptor.Options.Select(option => option.Name).Distinct().Count() < descriptor.Options.Length)
            yield return "two options have one name";
    }

    private static bool IsSentence(string text) => text.Length > 0 && text == text.Trim() && !text.EndsWith('.') && !text.Contains('\n');

    private static bool IsFormat(string message)
    {
        try
        {
            CompositeFormat.Parse(message);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Z]+[0-9]+$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+$")]
    private static partial Regex Version();
}
