using BrierleyHill.SocialGov.Domain.Accounts;
using BrierleyHill.SocialGov.Domain.Enquiries;
using BrierleyHill.SocialGov.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BrierleyHill.SocialGov.Web.Data.Configurations;

internal sealed class EnquiryConfiguration : EntityConfiguration<Enquiry>
{
    protected override void ConfigureRecord(EntityTypeBuilder<Enquiry> builder)
    {
        builder.ToTable("Enquiries");
        builder.HasOne<SocialMediaAccount>().WithMany().HasForeignKey(enquiry => enquiry.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(enquiry => enquiry.AssigneeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(enquiry => enquiry.LoggedById).OnDelete(DeleteBehavior.Restrict);
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
