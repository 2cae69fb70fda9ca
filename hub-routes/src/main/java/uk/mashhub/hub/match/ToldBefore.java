package uk.mashhub.hub.match;

import java.util.List;
import java.util.Optional;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonDetails;

/**
 * Records that a source has told of in an enquiry before, by the source's own numbers. One that comes again is the same record:
 * it keeps its id, so that there is at most one for a number, and what people have said of it stands.
 */
public record ToldBefore(SourceId source, List<EnquiryFact.Answered> answers) {
    public ToldBefore {
        answers = List.copyOf(answers);
    }

    /** What a source has told of in an enquiry. */
    public static ToldBefore of(Enquiry enquiry, SourceId source) {
        return new ToldBefore(
                source,
                enquiry.facts(EnquiryFact.Answered.class)
                        .filter(a -> a.source().equals(source))
                        .toList());
    }

    /** Nothing. */
    static ToldBefore nothing(SourceId source) {
        return new ToldBefore(source, List.of());
    }

    /** The id of a record; empty if it is new, or has no number of the source's own. */
    Optional<PersonId> id(PersonDetails record) {
        List<LocalId> own = record.identifiers().stream()
                .filter(LocalId.class::isInstance)
                .map(LocalId.class::cast)
                .filter(l -> l.source().equals(source))
                .toList();
        return answers.stream()
                .flatMap(a -> a.outside().stream())
                .filter(o -> o.details().identifiers().stream().anyMatch(own::contains))
                .map(EnquiryFact.Outsider::id)
                .findFirst();
    }

    /** Whether it waits, or has been said, whether a record is a person. */
    boolean waited(PersonId person, PersonId record) {
        return answers.stream()
                .flatMap(a -> a.waiting().stream())
                .anyMatch(w -> w.person().equals(person) && w.candidate().equals(record));
    }

    @Override
    public String toString() {
        return "ToldBefore[" + source + "]";
    }
}
