using BrierleyHill.SocialGov.Web.Features.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Tests.Features.Shared;

public sealed class PagedListTests
{
    [Theory]
    [InlineData(null, 1, "Showing 1 to 25 of 60", 25)]
    [InlineData(2, 2, "Showing 26 to 50 of 60", 25)]
    [InlineData(3, 3, "Showing 51 to 60 of 60", 10)]
    [InlineData(4, 3, "Showing 51 to 60 of 60", 10)]
    [InlineData(int.MaxValue, 3, "Showing 51 to 60 of 60", 10)]
    [InlineData(0, 1, "Showing 1 to 25 of 60", 25)]
    [InlineData(int.MinValue, 1, "Showing 1 to 25 of 60", 25)]
    public async Task A_page_outside_the_list_is_the_nearest_there_is(int? asked, int given, string showing, int items)
    {
        await using var context = await Numbers(60);

        var page = await PagedList<int>.ReadAsync(context.Rows.OrderBy(row => row.Id).Select(row => row.Id), asked, CancellationToken.None);

        Assert.Equal(given, page.PageNumber);
        Assert.Equal(3, page.PageCount);
        Assert.Equal(showing, page.Showing);
        Assert.Equal(Enumerable.Range(((given - 1) * 25) + 1, items), page.Items);
    }

    [Fact]
    public async Task An_empty_list_has_one_empty_page()
    {
        await using var context = await Numbers(0);

        var page = await PagedList<int>.ReadAsync(context.Rows.OrderBy(row => row.Id).Select(row => row.Id), 5, CancellationToken.None);

        Assert.Equal((1, 1, 0, string.Empty), (page.PageNumber, page.PageCount, page.TotalCount, page.Showing));
    }

    [Fact]
    public async Task A_full_last_page_is_not_followed_by_an_empty_one()
    {
        await using var context = await Numbers(50);

        var page = await PagedList<int>.ReadAsync(context.Rows.OrderBy(row => row.Id).Select(row => row.Id), 3, CancellationToken.None);

        Assert.Equal((2, 25), (page.PageCount, page.Items.Count));
    }

    private static async Task<NumbersContext> Numbers(int count)
    {
        var context = new NumbersContext();
        await context.Database.OpenConnectionAsync();
        await context.Database.EnsureCreatedAsync();
        context.Rows.AddRange(Enumerable.Range(1, count).Select(id => new Row { Id = id }));
        await context.SaveChangesAsync();
        return context;
    }

    private sealed class Row
    {
        public int Id { get; init; }
    }

    // Paging is shown on a real database, and on a table of its own, for it belongs to no record of the portal.
    private sealed class NumbersContext : DbContext
    {
        public DbSet<Row> Rows => Set<Row>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlite(new SqliteConnection("Data Source=:memory:"), contextOwnsConnection: true);
    }
}
