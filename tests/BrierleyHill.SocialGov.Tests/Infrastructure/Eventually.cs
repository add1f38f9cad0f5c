namespace BrierleyHill.SocialGov.Tests.Infrastructure;

/// <summary>Waits for what another thread or process does in its own time.</summary>
internal static class Eventually
{
    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        for (var poll = 0; poll < 600; poll++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("It did not come true within 30 seconds.");
    }
}
