using BrierleyHill.SocialGov.Web.Infrastructure.Email;
using BrierleyHill.SocialGov.Web.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace BrierleyHill.SocialGov.Tests.Infrastructure.Email;

public class MailSettingsTests
{
    private const string Password = "the-secret-password";

    [Theory]
    [InlineData("Mail:Host", "smtp.school.example:25", "the name or the number of a mail server")]
    [InlineData("Mail:Host", "smtp school", "the name or the number of a mail server")]
    [InlineData("Mail:Port", "0", "a whole number from 1 to 65535")]
    [InlineData("Mail:Port", "65536", "a whole number from 1 to 65535")]
    [InlineData("Mail:Port", "smtp", "a whole number from 1 to 65535")]
    [InlineData("Mail:Security", "ssl", "one of None, StartTls, StartTlsWhenAvailable, Tls")]
    [InlineData("Mail:Security", "None", "StartTls or Tls while Mail:User is set")]
    [InlineData("Mail:Security", "StartTlsWhenAvailable", "StartTls or Tls while Mail:User is set")]
    [InlineData("Mail:From", "the school", "an e-mail address such as")]
    [InlineData("Mail:From", "School <portal@school.example>", "an e-mail address such as")]
    [InlineData("Mail:From", "a@school.example,b@school.example", "an e-mail address such as")]
    public void A_wrong_value_stops_the_start_with_key_value_and_what_it_may_hold(string key, string value, string mayHold)
    {
        var values = Complete();
        values[key] = value;
        var refused = Assert.Throws<StartRefusedException>(() => Read(values));
        Assert.StartsWith($"The setting {key} holds \"{value}\". It may hold {mayHold}", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.DoesNotContain(Password, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Host")]
    [InlineData("Mail:User")]
    [InlineData("Mail:Password")]
    [InlineData("Mail:From")]
    public void A_missing_value_that_another_needs_stops_the_start(string key)
    {
        var values = Complete();
        values.Remove(key);
        var refused = Assert.Throws<StartRefusedException>(() => Read(values));
        Assert.StartsWith($"The setting {key} holds \"\". It may hold ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("None", 25)]
    [InlineData("StartTls", 587)]
    [InlineData("starttlswhenavailable", 587)]
    [InlineData("Tls", 465)]
    public void The_port_follows_from_the_security_unless_it_is_set(string security, int port)
    {
        Dictionary<string, string?> values = new() { ["Mail:Host"] = "smtp.school.example", ["Mail:From"] = "portal@school.example", ["Mail:Security"] = security };
        Assert.Equal(port, Read(values).Port);
        values["Mail:Port"] = "2525";
        Assert.Equal(2525, Read(values).Port);
    }

    [Fact]
    public void On_the_machine_itself_a_password_needs_no_encryption()
    {
        var values = Complete();
        values["Mail:Host"] = "127.0.0.1";
        values["Mail:Security"] = "None";
        Assert.Equal(Password, Read(values).Password);
    }

    [Fact]
    public void Nothing_set_means_the_folder()
    {
        var settings = Read([]);
        Assert.Null(settings.Host);
        Assert.Equal("No mail server is set. E-mails are written to the folder /storage/mail and reach nobody.", settings.Description);
    }

    [Fact]
    public void The_description_names_the_server_and_neither_user_nor_password()
    {
        var description = Read(Complete()).Description;
        Assert.Equal("E-mails leave through the mail server smtp.school.example, port 587, encrypted (STARTTLS).", description);
    }

    private static Dictionary<string, string?> Complete() => new()
    {
        ["Mail:Host"] = "smtp.school.example",
        ["Mail:From"] = "portal@school.example",
        ["Mail:User"] = "portal-user",
        ["Mail:Password"] = Password,
    };

    private static MailSettings Read(Dictionary<string, string?> values) => MailSettings.Read(
        new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build()),
        new StorageSettings("/storage"),
        new SchoolSettings("Brierley Hill Primary School", "#1d3c6b", "https://social.school.example", ""));
}
