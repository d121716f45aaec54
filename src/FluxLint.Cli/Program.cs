using FluxLint.Cli;

return await FluxLintCommand.Run(Session.OfProcess(), args);
