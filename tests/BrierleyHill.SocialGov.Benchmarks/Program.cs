using System.CommandLine;
using BrierleyHill.SocialGov.Benchmarks;

// A measured request is sent by a process of its own, so that what sending it costs is not counted with what answering it costs.
if (args is ["send", ..])
{
    return await LoadSender.RunAsync(args[1..]);
}

var sizes = new Option<int[]>("--sizes")
{
    Description = "How many enquiries there are, size by size.",
    DefaultValueFactory = _ => [1_000, 100_000, 1_000_000],
    AllowMultipleArgumentsPerToken = true,
};
var seconds = new Option<int>("--seconds") { Description = "How long each page is asked for.", DefaultValueFactory = _ => 8 };
var write = new Option<string?>("--write") { Description = "A file that the tables are written to, such as docs/performance-table.md." };
var command = new RootCommand("Measures pages and the alert job of the portal with many enquiries on record.") { sizes, seconds, write };
command.SetAction((typed, cancellationToken) =>
    new BenchmarkRun(typed.GetValue(sizes)!, typed.GetValue(seconds), typed.GetValue(write)).RunAsync(cancellationToken));
return await command.Parse(args).InvokeAsync();
