using FluxLint.Cli.Terminal;

namespace FluxLint.Cli.Tests.Terminal;

public sealed class MarkdownTextTests
{
    private const string Page = """
        # FLX0000: some-rule

        | Category | Fix |
        |---|---|
        | `Flux` | none |

        A paragraph that goes on for more than the forty columns
        of this terminal, with `code` and [a link](https://example.com).

        - An item that is longer than the forty columns, too.
        - Another.

        ```yaml flagged
        kind: ConfigMap
        ```
        """;

    [Fact]
    public void Shows_a_page_in_the_width_of_a_terminal()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new MarkdownText(writer, new(enabled: false), 40).Write(Page);

        Assert.Equal(
            """
            FLX0000: some-rule

            Category  Fix
            Flux      none

            A paragraph that goes on for more than
            the forty columns of this terminal, with
            code and a link (https://example.com).

            - An item that is longer than the
              forty columns, too.
            - Another.

                kind: ConfigMap

            """,
            writer.ToString());
    }
}
