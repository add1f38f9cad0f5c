using System.Globalization;
using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class EnquiryConfiguration : EntityConfiguration<Enquiry>
{
    // What waits is one in a hundred of what there is, and the queue and the dashboard look at nothing else.
    private static readonly string Waiting = string.Create(CultureInfo.InvariantCulture, $"\"Status\" <> {(int)EnquiryStatus.Closed}");

    protected override void ConfigureRecord(EntityTypeBuilder<Enquiry> builder)
    {
        builder.ToTable("Enquiries");
        builder.Property(enquiry => enquiry.From).HasMaxLength(Enquiry.FromMaximumLength);
        builder.Property(enquiry => enquiry.Text).HasMaxLength(-1);
        builder.Property(enquiry => enquiry.SearchText).HasMaxLength(-1);
        builder.Property(enquiry => enquiry.Link).HasMaxLength(EnquiryLink.MaximumLength).IsUnicode(false);
        builder.Property(enquiry => enquiry.DueBecause).HasMaxLength(-1);
        builder.Property(enquiry => enquiry.ClearanceWords).HasMaxLength(-1);
        builder.Ignore(enquiry => enquiry.Because);
        builder.Ignore(enquiry => enquiry.IsAnsweredInTime);
        // The queue in its order, and what decides who sees a row, so that counting reads this index alone.
        builder.HasIndex(
            enquiry => new { enquiry.Status, enquiry.DueAt, enquiry.Id, enquiry.AccountId, enquiry.AssigneeId, enquiry.LoggedById, enquiry.Kind },
            "IX_Enquiries_Waiting").HasFilter(Waiting);
        builder.HasIndex(enquiry => new { enquiry.Status, enquiry.DueAt });
        builder.HasIndex(enquiry => enquiry.DueAt);
        builder.HasIndex(enquiry => new { enquiry.AccountId, enquiry.Status, enquiry.DueAt });
        builder.HasIndex(enquiry => new { enquiry.AssigneeId, enquiry.Status, enquiry.DueAt });
        builder.HasIndex(enquiry => new { enquiry.LoggedById, enquiry.Status, enquiry.DueAt });
        builder.HasIndex(enquiry => new { enquiry.Kind, enquiry.Status, enquiry.DueAt });
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(enquiry => enquiry.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(enquiry => enquiry.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(enquiry => enquiry.LoggedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(enquiry => enquiry.ClearanceById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(enquiry => enquiry.Responses, responses =>
        {
            responses.ToTable("EnquiryResponses");
            responses.WithOwner().HasForeignKey("EnquiryId");
            responses.HasKey(response => response.Id);
            responses.HasIndex("EnquiryId");
            responses.Property(response => response.Words).HasMaxLength(-1);
            responses.Property(response => response.WhyNotExplained).HasMaxLength(Enquiry.ReasonMaximumLength);
            responses.HasOne<Person>().WithMany().HasForeignKey(response => response.ById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class EnquiryDraftConfiguration : EntityConfiguration<EnquiryDraft>
{
    protected override void ConfigureRecord(EntityTypeBuilder<EnquiryDraft> builder)
    {
        builder.ToTable("EnquiryDrafts");
        builder.Property(draft => draft.MessageHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(draft => draft.Sender).HasMaxLength(EnquiryDraft.SenderMaximumLength);
        builder.Property(draft => draft.Subject).HasMaxLength(EnquiryDraft.SubjectMaximumLength);
        builder.Property(draft => draft.Text).HasMaxLength(EnquiryDraft.TextMaximumLength);
        builder.Property(draft => draft.DismissedBecause).HasMaxLength(EnquiryDraft.ReasonMaximumLength);
        builder.HasIndex(draft => draft.MessageHash).IsUnique();
        builder.HasIndex(draft => new { draft.Status, draft.DueAt });
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(draft => draft.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Enquiry>().WithMany().HasForeignKey(draft => draft.EnquiryId).OnDelete(DeleteBehavior.Restrict);
    }
}
