using BrierleyHill.SocialGov.Domain.Messaging;
using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Email;

public class FolderMailTransportTests
{
    [Fact]
    public async Task Without_a_server_a_message_becomes_a_file_in_the_mail_folder()
    {
        await using var portal = await PortalServices.StartAsync();
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));

        Assert.Equal(1, await portal.RunAsync<SendQueuedEmails>());

        var email = await portal.EmailAsync(id);
        Assert.Equal(OutgoingEmailStatus.Sent, email.Status);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(portal.StorageDirectory, "mail")));
        Assert.Equal(email.MessageId + ".eml", Path.GetFileName(file));
        Assert.Equal("social-media-portal@localhost", (await MimeMessage.LoadAsync(file)).From.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task The_same_message_twice_is_the_same_file()
    {
        await using var portal = await PortalServices.StartAsync();
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));
        await using var scope = portal.Services.CreateAsyncScope();
        var transport = scope.ServiceProvider.GetRequiredService<IMailTransport>();
        var message = scope.ServiceProvider.GetRequiredService<EmailMessages>().Build(await portal.EmailAsync(id));

        Assert.Null(await transport.PrepareAsync(CancellationToken.None));
        Assert.Equal(HandOver.Accepted, await transport.HandOverAsync(message, CancellationToken.None));
        Assert.Equal(HandOver.Accepted, await transport.HandOverAsync(message, CancellationToken.None));
        Assert.Single(Directory.GetFiles(Path.Combine(portal.StorageDirectory, "mail")));
    }

    [Fact]
    public async Task A_message_id_cannot_lead_out_of_the_folder()
    {
        await using var portal = await PortalServices.StartAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var transport = scope.ServiceProvider.GetRequiredService<IMailTransport>();
        using var message = new MimeMessage { Body = new TextPart("plain") { Text = "Text" } };
        message.Headers.Replace(HeaderId.MessageId, "<../../out@school.example>");
        Assert.Equal("../../out@school.example", message.MessageId);

        Assert.Equal(HandOverOutcome.Accepted, (await transport.HandOverAsync(message, CancellationToken.None)).Outcome);

        Assert.Equal(".._.._out@school.example.eml", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(portal.StorageDirectory, "mail")))));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_a_refusal_in_words()
    {
        await using var portal = await PortalServices.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(portal.StorageDirectory, "mail"), "A file where the folder should be.");
        var id = await portal.QueueAsync(await portal.AddPersonAsync("Pat"));

        await portal.RunAsync<SendQueuedEmails>();

        var email = await portal.EmailAsync(id);
        Assert.Equal((OutgoingEmailStatus.Queued, "The mail folder cannot be written to."), (email.Status, email.LastError));
    }
}
