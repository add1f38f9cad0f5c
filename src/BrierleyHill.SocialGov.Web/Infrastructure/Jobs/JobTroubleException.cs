namespace BrierleyHill.SocialGov.Web.Infrastructure.Jobs;

/// <summary>
/// Why a run of a job could not do its work, in words for the page of jobs. The message is shown as it is, so it holds no address, no
/// password, and nothing that a server answered.
/// </summary>
/// <param name="message">Why, in a sentence.</param>
/// <param name="cause">What it follows from.</param>
public sealed class JobTroubleException(string message, Exception? cause = null) : Exception(message, cause);
