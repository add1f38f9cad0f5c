using System.Data.Common;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BrierleyHill.SocialGov.Web.Data.Demonstration;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BrierleyHill.SocialGov.Benchmarks;

/// <summary>The real portal on Kestrel, with the demonstration's school in its database, and somebody signed in.</summary>
public sealed class PortalUnderLoad : WebApplicationFactory<Web.Data.SocialGovDbContext>
{
    private readonly string _storage;

    /// <summary>A portal that keeps everything below this folder.</summary>
    public PortalUnderLoad(string storage)
    {
        _storage = storage;
        UseKestrel(0);
    }

    /// <summary>Counts what reaches the database.</summary>
    internal StatementCounter Statements { get; } = new();

    /// <summary>The database file.</summary>
    public string Database => Path.Combine(_storage, "social-gov.db");

    /// <summary>Where it answers.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Signs in over HTTP, as a person does.</summary>
    /// <param name="emailAddress">Who.</param>
    /// <returns>The session, as a Cookie header.</returns>
    public async Task<string> SignInAsync(string emailAddress)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative)));
        var form = page.QuerySelectorAll<IHtmlFormElement>("form").Single(found => found.QuerySelector("input[name=Password]") is not null);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(input => input.Name ?? "", input => input.Value, StringComparer.Ordinal);
        fields["EmailAddress"] = emailAddress;
        fields["Password"] = DemoData.Password;
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(fields));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? cookies.GetCookieHeader(Address)
            : throw new InvalidOperationException($"The sign-in answered {(int)answer.StatusCode}.");
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSolutionRelativeContentRoot("src/BrierleyHill.SocialGov.Web");
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Directory", _storage);
        builder.UseSetting("Jobs:Enabled", "false");
        builder.UseSetting("Logging:Level", "Warning");
        builder.ConfigureServices(services => services.AddSingleton<IInterceptor>(Statements));
    }
}

/// <summary>Counts the statements that reach the database.</summary>
internal sealed class StatementCounter : DbCommandInterceptor
{
    private int _count;

    /// <summary>How many there were since the last look.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }
}
