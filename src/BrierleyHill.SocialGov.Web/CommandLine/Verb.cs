namespace BrierleyHill.SocialGov.Web.CommandLine;

/// <summary>One verb of the command line: the same program does something else than serve.</summary>
public abstract class Verb
{
    /// <summary>What ended well.</summary>
    protected const int Success = 0;

    /// <summary>What was asked for was found wrong, such as a broken chain.</summary>
    protected const int Failure = 1;

    /// <summary>What was typed on the command line cannot be used.</summary>
    protected const int Refused = 2;

    /// <summary>The command, with its options, for System.CommandLine.</summary>
    /// <param name="services">The portal's services, in a scope of their own.</param>
    public abstract System.CommandLine.Command Build(IServiceProvider services);

    /// <summary>The verb's name, such as <c>migrate</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it runs on a database that is not up to date.</summary>
    public virtual bool RunsBeforeMigration => false;

    /// <summary>Whether its answer is for a program to read: nothing but the answer is written to standard output, and what cannot be used is refused in one line.</summary>
    public virtual bool AnswersAlone => false;

    /// <summary>Runs the verb with the whole command line.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where the answer goes; standard output where it is not given.</param>
    /// <param name="errors">Where refusals go; standard error where it is not given.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter? output = null, TextWriter? errors = null)
    {
        using var scope = services.CreateScope();
        if (!RunsBeforeMigration)
        {
            await Data.DatabaseSetup.RefuseUnlessUpToDateAsync(scope.ServiceProvider.GetRequiredService<Data.SocialGovDbContext>());
        }

        var root = new System.CommandLine.RootCommand("The social media portal of the school.");
        root.Subcommands.Add(Build(scope.ServiceProvider));
        var typed = root.Parse(args);
        if (AnswersAlone && typed.Errors.Count > 0)
        {
            // Without this the whole help is written to standard output.
            await (errors ?? Console.Error).WriteLineAsync(typed.Errors[0].Message.ReplaceLineEndings(" "));
            return Refused;
        }

        return await typed.InvokeAsync(new System.CommandLine.InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            Output = output ?? Console.Out,
            Error = errors ?? Console.Error,
        });
    }
}
