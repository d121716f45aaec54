using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Reporting;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint config</c>: what the configuration may be, and what it is.</summary>
internal static class ConfigCommand
{
    public static Command Create(Session session, RuleSet rules)
    {
        var schema = new Command("schema", "Print the JSON Schema of fluxlint.yaml, by which editors complete and check it.");
        schema.SetAction(_ =>
        {
            ConfigurationSchema.Write(rules.Infos, session.Output);
            return ExitCode.Clean;
        });
        return new("config", "Show what fluxlint.yaml may say, and the settings that hold.") { schema, ConfigShowCommand.Create(session, rules) };
    }
}
