package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.match.Likeness;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;

/** The possible links that entering people made: those that wait on the stewards' lists, and those for a named unit alone. */
final class LinksMade {
    private static final List<String> KEPT = List.of("a statute keeps one of the two records apart");

    private final RandomSource random;
    private final List<EnquiryFact.Waiting> found = new ArrayList<>();
    private final List<EnquiryFact.Waiting> kept = new ArrayList<>();

    LinksMade(RandomSource random) {
        this.random = random;
    }

    void found(PersonId person, Likeness likeness) {
        found(person, likeness.id(), likeness);
    }

    void found(PersonId person, PersonId candidate, Likeness likeness) {
        found.add(new EnquiryFact.Waiting(
                LinkId.random(random), person, candidate, likeness.why().words(), likeness.weight()));
    }

    void kept(PersonId person, PersonId candidate) {
        kept.add(new EnquiryFact.Waiting(LinkId.random(random), person, candidate, KEPT, java.util.Optional.empty()));
    }

    /** As facts for the enquiry's ledger; none where nothing was found. */
    List<EnquiryFact> facts() {
        List<EnquiryFact> facts = new ArrayList<>();
        if (!found.isEmpty()) {
            facts.add(new EnquiryFact.LinksFound(List.copyOf(found)));
        }
        if (!kept.isEmpty()) {
            facts.add(new EnquiryFact.LinksKept(kept));
        }
        return facts;
    }
}
