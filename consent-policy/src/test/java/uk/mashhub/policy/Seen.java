package uk.mashhub.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.policy.fact.ActsFor;

/** What a reader sees of a packet, and what was decided. */
record Seen(DecidedView decided) {

    static Seen by(Audience audience, PersonId perspective, Packets packet) {
        return by(audience, perspective, packet.done(), Artefact.INSIDE_RECORD);
    }

    static Seen by(Audience audience, PersonId perspective, Packet packet, Artefact artefact) {
        return new Seen(Policies.ENGINE.view(
                packet, new Readership(audience, perspective, ActsFor.nobody()), artefact, Policies.HANDLES));
    }

    /** Read in the room from the child's perspective. */
    static Seen by(Audience audience, Packets packet) {
        return by(audience, People.CHILD, packet);
    }

    static Seen by(Audience audience, Packets packet, List<Readership> others) {
        return new Seen(Policies.ENGINE.view(
                packet.done(),
                new Readership(audience, People.CHILD, ActsFor.nobody()),
                Artefact.INSIDE_RECORD,
                Policies.HANDLES,
                others));
    }

    /** Read by somebody whose team acts for others besides. */
    static Seen by(Readership reader, Packets packet) {
        return by(reader, packet, Artefact.INSIDE_RECORD);
    }

    static Seen by(Readership reader, Packets packet, Artefact artefact) {
        return new Seen(Policies.ENGINE.view(packet.done(), reader, artefact, Policies.HANDLES));
    }

    String text() {
        return new String(decided.view().content(), StandardCharsets.UTF_8);
    }

    ItemDecision of(int item) {
        return decided.decisions().stream()
                .filter(d -> d.item().equals(Items.id(item)))
                .findFirst()
                .orElseThrow();
    }

    Outcome outcome(int item) {
        return of(item).verdict().outcome();
    }

    boolean waitsFor(int item, Reviewer reviewer) {
        return of(item).verdict().reviewers().contains(reviewer);
    }
}
