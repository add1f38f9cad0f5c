using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Web.Data;
using BrierleyHill.SocialGov.Web.Data.Sqlite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Benchmarks.References;

/// <summary>What the portal is held against: ASP.NET Core MVC with nothing else, in the same process.</summary>
public static class ReferenceHost
{
    /// <summary>Starts it on a free port.</summary>
    /// <param name="path">The database.</param>
    public static async Task<WebApplication> StartAsync(string path)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new RequestOrigin());
        builder.Services.AddSingleton<IEnumerable<EventRule>>([]);
        builder.Services.AddDbContext<SqliteSocialGovDbContext>(options => options.UseSqlite($"Data Source={path}"));
        builder.Services.AddControllersWithViews().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(typeof(ReferenceHost).Assembly));
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(ReferenceHost).Assembly));
        });
        var app = builder.Build();
        app.MapControllers();
        await app.StartAsync();
        return app;
    }
}

/// <summary>The two pages.</summary>
public sealed class ReferenceController(SqliteSocialGovDbContext database) : Controller
{
    /// <summary>A page that asks nothing.</summary>
    [HttpGet("/bare")]
    public IActionResult Bare() => View("/References/Bare.cshtml");

    /// <summary>A page that lists the fifty open enquiries that are due first, by one query.</summary>
    [HttpGet("/list")]
    public async Task<IActionResult> List(CancellationToken cancellationToken) => View("/References/List.cshtml", await database.Enquiries.AsNoTracking()
        .Where(enquiry => enquiry.Status != EnquiryStatus.Closed)
        .OrderBy(enquiry => enquiry.DueAt).ThenBy(enquiry => enquiry.Id)
        .Take(50)
        .ToListAsync(cancellationToken));
}
