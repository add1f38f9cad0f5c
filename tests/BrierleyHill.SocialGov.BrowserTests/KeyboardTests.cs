using BrierleyHill.SocialGov.BrowserTests.Support;

namespace BrierleyHill.SocialGov.BrowserTests;

/// <summary>The keyboard alone is enough, from the first Tab to a recorded decision.</summary>
public sealed class KeyboardTests(DemonstrationPortal demonstration) : IClassFixture<DemonstrationPortal>
{
    private const int MostTabs = 150;

    [Fact]
    public async Task A_leader_decides_without_a_mouse()
    {
        await using var leader = await demonstration.VisitAsync(People.Head, Screen.Desk);
        await leader.OpenAsync("/");

        // The first Tab shows the link that jumps over the header, and the link does so.
        await leader.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await FocusedAsync(leader));
        Assert.True(await leader.Page.Locator(".govuk-skip-link").EvaluateAsync<bool>("link => link.getBoundingClientRect().height > 10"));
        await leader.Page.Keyboard.PressAsync("Enter");
        Assert.True(await leader.Page.EvaluateAsync<bool>("document.activeElement?.id === 'main-content'"));
        await leader.Page.Keyboard.PressAsync("Tab");
        Assert.True(await leader.Page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"), "Tab after the skip link leads back into the header.");

        await leader.OpenAsync("/");
        await TabToAsync(leader, "Business cases");
        await EnterAsync(leader);
        Assert.Equal("Business cases", await leader.HeadingAsync());
        await TabToAsync(leader, "Dashboard");
        await EnterAsync(leader);
        await TabToAsync(leader, "Brierley Hill Primary Careers");
        await EnterAsync(leader);
        Assert.Equal("Brierley Hill Primary Careers", await leader.HeadingAsync());

        await TabToFieldAsync(leader, "Form.Outcome");
        await leader.Page.Keyboard.PressAsync("Space");
        Assert.Equal("Approved", await leader.Page.EvaluateAsync<string>("document.activeElement.value"));
        for (var box = 0; box < 4; box++)
        {
            await TabToFieldAsync(leader, "Form.Weighed");
            await leader.Page.Keyboard.PressAsync("Space");
        }

        await TabToFieldAsync(leader, "Form.Reasons");
        await leader.Page.Keyboard.TypeAsync("Show each advertisement to the office first.");
        await TabToAsync(leader, "Record your decision");
        await EnterAsync(leader);
        await leader.ReadsAsync("You have approved this business case.", "On condition: Show each advertisement to the office first.");
        Assert.Equal(
            "govuk-notification-banner govuk-notification-banner--success",
            await leader.Page.EvaluateAsync<string>("document.activeElement.className"));
        await leader.CheckAsync();
    }

    private static Task EnterAsync(Visitor visitor) => visitor.ComeAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));

    private static Task<string> FocusedAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>("(document.activeElement?.innerText ?? '').trim()");

    private static Task TabToAsync(Visitor visitor, string words) => TabUntilAsync(
        visitor, words, async () => (await FocusedAsync(visitor)).Contains(words, StringComparison.Ordinal));

    private static Task TabToFieldAsync(Visitor visitor, string name) => TabUntilAsync(
        visitor, name, async () => string.Equals(await visitor.Page.EvaluateAsync<string?>("document.activeElement?.name"), name, StringComparison.Ordinal));

    private static async Task TabUntilAsync(Visitor visitor, string wanted, Func<Task<bool>> isThere)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await isThere())
            {
                // Whoever looks sees where they are: the focused element is drawn unlike itself unfocused.
                Assert.True(
                    await visitor.Page.EvaluateAsync<bool>("""
                        () => {
                          const element = document.activeElement
                          const look = () => { const s = getComputedStyle(element); const b = getComputedStyle(element, '::before'); const l = element.nextElementSibling ? getComputedStyle(element.nextElementSibling, '::before') : b
                            return [s.outline, s.boxShadow, s.backgroundColor, s.borderColor, b.boxShadow, b.outline, l.boxShadow, l.outline, l.borderWidth].join() }
                          const focused = look()
                          element.blur()
                          const blurred = look()
                          element.focus()
                          return focused !== blurred
                        }
                        """),
                    $"Nothing shows that “{wanted}” has the focus.");
                return;
            }
        }

        Assert.Fail($"{MostTabs} times Tab on {visitor.Page.Url} did not lead to “{wanted}”.");
    }
}
