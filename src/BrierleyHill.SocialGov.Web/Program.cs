var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
await app.RunAsync();

/// <summary>The entry point, visible to the tests that host the portal.</summary>
public partial class Program;
