using System.Text;
using BrierleyHill.SocialGov.Web.Infrastructure.Csv;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Csv;

public class CsvFileTests
{
    private static string Text(params string?[] row) => Encoding.UTF8.GetString(CsvFile.Write([.. row.Select((_, column) => $"H{column}")], [row]).AsSpan(3)).Split("\r\n", 2)[1];

    [Fact]
    public void It_begins_with_the_mark_that_makes_a_spreadsheet_read_names_right()
    {
        var file = CsvFile.Write(["Name"], [["Łukasz Ó Sé"]]);
        Assert.Equal([0xEF, 0xBB, 0xBF], file.Take(3));
        Assert.Equal("Name\r\nŁukasz Ó Sé\r\n", Encoding.UTF8.GetString(file.AsSpan(3)));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")", "\"'=HYPERLINK(\"\"https://evil.example\"\")\"\r\n")]
    [InlineData("+44 1384", "'+44 1384\r\n")]
    [InlineData("-2+3", "'-2+3\r\n")]
    [InlineData("@SUM(1)", "'@SUM(1)\r\n")]
    [InlineData("\t=1", "'\t=1\r\n")]
    [InlineData("\r=1", "\"'\r=1\"\r\n")]
    [InlineData("\n=1", "\"'\n=1\"\r\n")]
    [InlineData("＝1+1", "'＝1+1\r\n")]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0\r\n")]
    public void What_a_spreadsheet_would_take_for_a_formula_is_text(string cell, string line) => Assert.Equal(line, Text(cell));

    [Theory]
    [InlineData("O'Neill", "O'Neill\r\n")]
    [InlineData("Ann-Marie = Anna", "Ann-Marie = Anna\r\n")]
    [InlineData("Smith, Ann", "\"Smith, Ann\"\r\n")]
    [InlineData("the \"Head\"", "\"the \"\"Head\"\"\"\r\n")]
    [InlineData("two\nlines", "\"two\nlines\"\r\n")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>\r\n")]
    public void Everything_else_stays_as_it_is_quoted_where_it_must_be(string cell, string line) => Assert.Equal(line, Text(cell));

    [Fact]
    public void Empty_cells_are_empty() => Assert.Equal("a,,\r\n", Text("a", "", null));

    [Fact]
    public void A_name_cannot_make_a_further_cell_or_row() =>
        Assert.Equal("\"x\"\",\"\"=1\"\",\"\"\r\n=2\"\r\n", Text("x\",\"=1\",\"\r\n=2"));

    [Fact]
    public void A_row_of_another_length_is_a_bug() => Assert.Throws<ArgumentException>(() => CsvFile.Write(["A", "B"], [["a"]]));
}
