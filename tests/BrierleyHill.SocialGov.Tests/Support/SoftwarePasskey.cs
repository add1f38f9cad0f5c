using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BrierleyHill.SocialGov.Tests.Support;

/// <summary>
/// A device that makes and uses one passkey (WebAuthn level 3, ES256, attestation "none"), in the test's own process. Everything that a dishonest
/// device or page could say otherwise can be set.
/// </summary>
public sealed class SoftwarePasskey : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The credential's identifier.</summary>
    public byte[] Id { get; set; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Where the page that asks says it is.</summary>
    public string Origin { get; set; } = "https://localhost";

    /// <summary>For which site the device answers.</summary>
    public string RelyingParty { get; set; } = "localhost";

    /// <summary>Whether the device has checked who holds it.</summary>
    public bool ChecksUser { get; set; } = true;

    /// <summary>How often it was used, as it counts itself; 0 for a device that does not count.</summary>
    public uint Count { get; set; }

    /// <summary>Whether the page stood in a frame of another site.</summary>
    public bool IsCrossOrigin { get; set; }

    /// <summary>The user handle that it was made for.</summary>
    public string? UserHandle { get; set; }

    /// <summary>Whether the signature is spoilt.</summary>
    public bool SignsWrongly { get; set; }

    /// <summary>Answers <c>navigator.credentials.create</c>.</summary>
    public string Make(string optionsJson)
    {
        using var options = JsonDocument.Parse(optionsJson);
        UserHandle = options.RootElement.GetProperty("user").GetProperty("id").GetString();
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        byte[] publicKey =
        [
            // A map of five: kty EC2, alg ES256, crv P-256, x, y (RFC 9053, section 7.1).
            0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. parameters.Q.X!, 0x22, 0x58, 0x20, .. parameters.Q.Y!,
        ];
        byte[] idLength = [(byte)(Id.Length >> 8), (byte)Id.Length];
        byte[] data = [.. DataFor(HasCredential), .. new byte[16], .. idLength, .. Id, .. publicKey];
        byte[] length = data.Length < 256 ? [0x58, (byte)data.Length] : [0x59, (byte)(data.Length >> 8), (byte)data.Length];
        byte[] attestation =
        [
            0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, .. length, .. data,
        ];
        return JsonSerializer.Serialize(new
        {
            id = Text(Id),
            rawId = Text(Id),
            type = "public-key",
            clientExtensionResults = new { },
            response = new
            {
                clientDataJSON = Text(ClientData("webauthn.create", ChallengeOf(options))),
                attestationObject = Text(attestation),
                transports = new[] { "internal" },
            },
        });
    }

    /// <summary>Answers <c>navigator.credentials.get</c>.</summary>
    public string Use(string optionsJson)
    {
        using var options = JsonDocument.Parse(optionsJson);
        var clientData = ClientData("webauthn.get", ChallengeOf(options));
        if (Count > 0)
        {
            Count++;
        }

        var data = DataFor(0);
        byte[] signed = [.. data, .. SHA256.HashData(clientData)];
        var signature = _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (SignsWrongly)
        {
            signature[^1] ^= 1;
        }

        return JsonSerializer.Serialize(new
        {
            id = Text(Id),
            rawId = Text(Id),
            type = "public-key",
            clientExtensionResults = new { },
            response = new
            {
                clientDataJSON = Text(clientData),
                authenticatorData = Text(data),
                signature = Text(signature),
                userHandle = UserHandle,
            },
        });
    }

    public void Dispose() => _key.Dispose();

    private static string ChallengeOf(JsonDocument options) => options.RootElement.GetProperty("challenge").GetString()!;

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private byte[] ClientData(string type, string challenge) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge, origin = Origin, crossOrigin = IsCrossOrigin }));

    private byte[] DataFor(byte further)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(RelyingParty)), (byte)(UserPresent | (ChecksUser ? UserVerified : 0) | further), .. count];
    }
}
