using FluxLint.Cli;

return await FluxLintCommand.Create(Session.OfProcess()).Parse(args).InvokeAsync();
