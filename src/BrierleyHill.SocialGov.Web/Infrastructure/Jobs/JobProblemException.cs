namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>
/// A run of a job could not do its work, for a reason that is no fault of the portal: an address that does not answer, say. Its message is
/// what the page of the jobs shows: words for a portal manager, without personal data, secrets, the address itself, or what a server answered.
/// </summary>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="cause">What it follows from.</param>
public sealed class JobProblemException(string message, Exception? cause = null) : Exception(message, cause);
