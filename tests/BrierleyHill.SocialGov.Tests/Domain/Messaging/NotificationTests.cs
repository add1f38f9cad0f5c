using BrierleyHill.SocialGov.Domain.Messaging;

namespace BrierleyHill.SocialGov.Tests.Domain.Messaging;

public class NotificationTests
{
    [Fact]
    public void Reading_it_twice_keeps_the_first_time()
    {
        var at = new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
        var notification = new Notification(1, "APP-000001", "Something waits.", "/applications/1", at);
        notification.MarkAsRead(at.AddMinutes(1));
        notification.MarkAsRead(at.AddMinutes(2));
        Assert.Equal(at.AddMinutes(1), notification.ReadAt);
    }
}
