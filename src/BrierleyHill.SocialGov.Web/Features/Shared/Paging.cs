using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace BrierleyHill.SocialGov.Web.Features.Shared;

/// <summary>Which page of a longer list is shown, whatever it lists.</summary>
public interface IPagedList
{
    /// <summary>The page shown; the first is 1.</summary>
    int PageNumber { get; }

    /// <summary>How many pages there are; at least 1, for an empty list has one empty page.</summary>
    int PageCount { get; }

    /// <summary>"Showing 26 to 50 of 130", or "" when the list is empty.</summary>
    string Showing { get; }
}

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class PagedList<T> : IPagedList
{
    /// <summary>How many items a page has unless told.</summary>
    public const int DefaultPageSize = 25;

    /// <summary>Makes a page of items that were counted and cut already.</summary>
    public PagedList(IReadOnlyList<T> items, int pageNumber, int pageSize, int totalCount)
    {
        Items = items;
        PageNumber = pageNumber;
        PageSize = pageSize;
        TotalCount = totalCount;
    }

    /// <summary>The items of this page.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <inheritdoc/>
    public int PageNumber { get; }

    /// <summary>How many items a full page has.</summary>
    public int PageSize { get; }

    /// <summary>How many items the whole list has.</summary>
    public int TotalCount { get; }

    /// <inheritdoc/>
    public int PageCount => PagesFor(TotalCount, PageSize);

    /// <inheritdoc/>
    public string Showing
    {
        get
        {
            if (TotalCount == 0)
                return string.Empty;
            var first = ((PageNumber - 1) * PageSize) + 1;
            var last = first + Items.Count - 1;
            return string.Create(CultureInfo.CurrentCulture, $"Showing {first:N0} to {last:N0} of {TotalCount:N0}");
        }
    }

    /// <summary>
    /// Reads one page. A page number outside the list gives the nearest page that there is, for old links and typed addresses.
    /// The query must be ordered by something unique, or an item may be on two pages.
    /// </summary>
    /// <param name="query">The whole list, ordered.</param>
    /// <param name="pageNumber">The page asked for; null is the first.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <param name="pageSize">How many items a page has; at least 1.</param>
    public static async Task<PagedList<T>> ReadAsync(
        IQueryable<T> query,
        int? pageNumber,
        CancellationToken cancellationToken,
        int pageSize = DefaultPageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        var totalCount = await query.CountAsync(cancellationToken);
        var page = Math.Clamp(pageNumber ?? 1, 1, PagesFor(totalCount, pageSize));
        var items = totalCount == 0
            ? []
            : await query.Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(cancellationToken);
        return new PagedList<T>(items, page, pageSize, totalCount);
    }

    /// <summary>Cuts one page from a list that is in memory. A page number outside the list gives the nearest page that there is.</summary>
    /// <param name="everything">The whole list, in order.</param>
    /// <param name="pageNumber">The page asked for; null is the first.</param>
    /// <param name="pageSize">How many items a page has; at least 1.</param>
    public static PagedList<T> Cut(IReadOnlyList<T> everything, int? pageNumber, int pageSize = DefaultPageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        var page = Math.Clamp(pageNumber ?? 1, 1, PagesFor(everything.Count, pageSize));
        return new PagedList<T>([.. everything.Skip((page - 1) * pageSize).Take(pageSize)], page, pageSize, everything.Count);
    }

    /// <summary>The nearest page that there is to the one asked for, in a list of so many items; null asks for the first.</summary>
    public static int NumberWithin(int? asked, int totalCount, int pageSize = DefaultPageSize) => Math.Clamp(asked ?? 1, 1, PagesFor(totalCount, pageSize));

    private static int PagesFor(int totalCount, int pageSize) => Math.Max(1, ((totalCount - 1) / pageSize) + 1);
}

/// <summary>The column a list is sorted by, as its links' query string says: <c>?sort=submitted&amp;direction=descending</c>.</summary>
/// <param name="Column">The column's key, one of those the page offers.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record SortOrder(string Column, bool Descending)
{
    /// <summary>The name of the query value that holds the column.</summary>
    public const string ColumnParameter = "sort";

    /// <summary>The name of the query value that holds the direction.</summary>
    public const string DirectionParameter = "direction";

    /// <summary>The order asked for, or <paramref name="otherwise"/> when none is asked for or the column is not one of <paramref name="columns"/>.</summary>
    public static SortOrder From(IQueryCollection query, SortOrder otherwise, params IReadOnlyCollection<string> columns)
    {
        var asked = query[ColumnParameter].ToString();
        var column = columns.FirstOrDefault(known => string.Equals(known, asked, StringComparison.OrdinalIgnoreCase));
        return column is null
            ? otherwise
            : new SortOrder(column, string.Equals(query[DirectionParameter].ToString(), "descending", StringComparison.OrdinalIgnoreCase));
    }
}
