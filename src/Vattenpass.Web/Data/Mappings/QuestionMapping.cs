using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vattenpass.Domain.Questions;

namespace Vattenpass.Web.Data.Mappings;

internal sealed class QuestionMapping : IEntityTypeConfiguration<BoardQuestion>
{
    public void Configure(EntityTypeBuilder<BoardQuestion> question)
    {
        question.Basics("BoardQuestions");
        question.Property(q => q.Parts).AsJson();
        question.Property(q => q.PromiseIds).AsJson();
        question.Property(q => q.SentPromises).AsJson();
        question.Ignore(q => q.CameInTime).Ignore(q => q.Answered);
        question.HasOne(q => q.Writer).WithMany().HasForeignKey(q => q.WriterId).OnDelete(DeleteBehavior.Restrict);
    }
}
