using System.Collections.Immutable;

namespace FluxLint.Configuration;

/// <summary>The keys of policies, in <c>fluxlint.yaml</c> and in files of their own.</summary>
internal static class PolicyKeys
{
    private static readonly ValueShape.Text FieldPath = new("the path of a field");
    private static readonly ValueShape.Text NamePattern = new("a pattern for names", ".");

    public static ImmutableArray<string> Severities { get; } = ["error", "warning", "info", "off"];

    public static ImmutableArray<string> FailurePolicies { get; } = ["Fail", "Ignore"];

    public static ValueShape.Mapping Selector { get; } = new(
    [
        new("kinds", new ValueShape.List(new ValueShape.Text("a pattern for kinds, such as `Deployment` or `apps/Deployment`; the group without a name is `core`", "."), MayBeEmpty: false), "Kinds") { Default = "all" },
        new("names", new ValueShape.List(NamePattern, MayBeEmpty: false), "Names") { Default = "all" },
        new("namespaces", new ValueShape.List(NamePattern, MayBeEmpty: false), "Namespaces; a Namespace is in itself, and other objects without one are not meant") { Default = "all" },
        new("labels", new ValueShape.Text("a label selector, such as `team=web,tier!=test`"), "Labels") { Default = "all" },
        new("classes", new ValueShape.List(NamePattern, MayBeEmpty: false), "Classes of clusters") { Default = "all" },
        new("paths", new ValueShape.List(new ValueShape.Text("a pattern for paths from the root of the repository", "."), MayBeEmpty: false), "The files that objects are written in, whatever overlay carries them") { Default = "all" },
    ]);

    public static ValueShape.Mapping Field { get; } = new(
        [
            new("field", FieldPath, "The field. `*` is every item or key, and `{a,b}` one of several ways") { IsRequired = true },
            new("oneOf", new ValueShape.List(new ValueShape.Text("a pattern for values", "."), MayBeEmpty: false), "Patterns of which one matches the value"),
            new("noneOf", new ValueShape.List(new ValueShape.Text("a pattern for values", "."), MayBeEmpty: false), "Patterns of which none does"),
            new("atLeast", new ValueShape.Number(), "The least value"),
            new("atMost", new ValueShape.Number(), "The greatest"),
            new("version", new ValueShape.Text("a range of versions"), "The range that a version is in; what is no exact version is let be"),
            new("sameAs", FieldPath, "A field of the object that has the same value"),
            new("default", new ValueShape.Scalar(), "The value that clusters take where the field is missing") { Default = "nothing is compared then" },
        ],
        "oneOf",
        "noneOf",
        "atLeast",
        "atMost",
        "version",
        "sameAs");

    public static ValueShape.Mapping Policy { get; } = new(
        [
            new("id", new ValueShape.Text("capital letters or `-`, then up to six digits, such as `ORG1001`", "^(?!FLX)[A-Z][A-Z-]{1,15}[0-9]{1,6}$"), "The id, which no other rule has") { IsRequired = true },
            new("name", new ValueShape.Text("words with `-` between them", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"), "The name, which no other rule has") { IsRequired = true },
            new("title", new ValueShape.Text("a sentence"), "What it finds, in a line") { Default = "the words of the name" },
            new("severity", new ValueShape.Choice(Severities), "How much it matters") { Default = "`warning`" },
            new("message", new ValueShape.Text("a text with expressions in braces"), "What is said of an object. `value` and `field` are what it is about, besides the variables of `expression`") { Default = "the title, or what the short form says" },
            new("help", new ValueShape.Text("a URL"), "A page on it"),
            new("description", new ValueShape.Text("Markdown"), "More about it, for `explain`"),
            new("select", Selector, "The objects that it is about: those that match every key") { Default = "all" },
            new("except", Selector, "Of these the ones that it is not about"),
            new("expression", new ValueShape.Text("a condition in CEL"), "What is true of each. It knows `object`, `cluster` and `resources`, the other objects of the cluster"),
            new("require", new ValueShape.List(FieldPath, MayBeEmpty: false), "Fields that are there, and not empty"),
            new("forbid", new ValueShape.List(FieldPath, MayBeEmpty: false), "Fields that are not there"),
            new("fields", new ValueShape.List(Field, MayBeEmpty: false), "What values fields have"),
            new("failurePolicy", new ValueShape.Choice(FailurePolicies), "Whether the policy is told to be wrong where its expression fails, as on a field that is not there") { Default = "`Fail`" },
        ],
        "expression",
        "require",
        "forbid",
        "fields");
}
