package uk.mashhub.hub.triage;

import static uk.mashhub.hub.triage.ActRules.require;
import static uk.mashhub.hub.triage.ActRules.words;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.policy.fact.PersonStanding;

/** What a record of agreement must say before it is one. */
final class AgreementRules {
    /** Mental Capacity Act 2005 s2(5): below it, competence is found and never presumed. */
    private static final int PRESUMED_ABLE = 16;

    private AgreementRules() {}

    static void check(Act.RecordAgreement a, Area area, Packet packet, LocalDate today) {
        require(a.state() != ConsentState.UNKNOWN, "Choose how it stands.");
        require(!a.covers().isEmpty() && ActRules.known(packet, a.covers()), "Choose whose information it covers.");
        if (a.state() == ConsentState.NOT_SOUGHT) {
            require(
                    a.notSoughtBecause().isPresent(),
                    "Say why agreement was not sought (Data Protection Act 2018 Sch 1 para 18).");
            require(a.terms().isEmpty(), "Where nobody was asked, nobody has agreed or refused: leave the rest empty.");
            return;
        }
        require(a.notSoughtBecause().isEmpty(), "Say why it was not sought only where it was not.");
        words(a.givenBy(), "Say who gave, refused or withdrew it.");
        require(a.terms().isPresent(), "Choose in what capacity they said it.");
        a.terms().ifPresent(t -> terms(a, t, area, packet, today));
    }

    private static void terms(Act.RecordAgreement a, ConsentTerms t, Area area, Packet packet, LocalDate today) {
        require(t.by().map(p -> ActRules.known(packet, Set.of(p))).orElse(true), "Choose a person of this enquiry.");
        require(
                t.giver() != ConsentGiver.SELF
                        || a.covers().size() == 1
                                && t.by().map(a.covers()::contains).orElse(true),
                "Whoever speaks for themselves speaks of their own information alone.");
        t.competence().ifPresent(c -> assessed(c, today));
        if (t.giver() == ConsentGiver.SELF) {
            competence(a, t.competence(), packet, today);
        }
        require(
                t.scope().agencies().stream().allMatch(x -> area.agency(x).isPresent()),
                "Choose agencies of the area.");
        require(t.scope().teams().stream().allMatch(x -> area.team(x).isPresent()), "Choose teams of the area.");
        days(a, t, today);
    }

    /** A presumption needs nobody who found it; a finding does. */
    private static void assessed(Competence c, LocalDate today) {
        if (c.kind() != Competence.Kind.CAPACITY_PRESUMED) {
            words(c.assessedBy(), "Say who assessed whether they could decide.");
            require(
                    c.assessedOn().map(d -> !d.isAfter(today)).orElse(false),
                    "Give the day of the assessment: one that has been.");
        }
    }

    private static void competence(
            Act.RecordAgreement a, Optional<Competence> competence, Packet packet, LocalDate today) {
        boolean child = a.covers().stream().anyMatch(p -> under16(packet, p, today));
        boolean found = competence
                .map(c -> c.kind() != Competence.Kind.CAPACITY_PRESUMED)
                .orElse(false);
        require(!child || found, "Say who found that a child under 16 is competent to decide, or is not (Gillick).");
        boolean unable = competence.map(Competence::lacking).orElse(false);
        require(
                a.state() != ConsentState.GIVEN || !unable,
                "Whoever cannot decide cannot agree. Record that it was not sought, because it cannot be given.");
    }

    private static boolean under16(Packet packet, PersonId id, LocalDate today) {
        return packet.people().stream().filter(p -> p.id().equals(id)).anyMatch(p -> under16(p, today));
    }

    private static boolean under16(PacketPerson person, LocalDate today) {
        return person.details()
                .birthDate()
                .map(b -> today.isBefore(b.date().plusYears(PRESUMED_ABLE)))
                .orElse(PersonStanding.of(person.roles()) == PersonStanding.CHILD);
    }

    /** One that began later, or is over, would agree to nothing that anybody asks for now. */
    private static void days(Act.RecordAgreement a, ConsentTerms t, LocalDate today) {
        require(
                t.from().map(d -> !d.isAfter(today)).orElse(true),
                "Give a first day that has been: record it once it holds.");
        require(
                t.to().map(d -> !d.isBefore(t.from().orElse(d)) && d.getYear() < 10_000)
                        .orElse(true),
                "The last day is not before the first.");
        require(
                a.state() != ConsentState.GIVEN
                        || t.to().map(d -> !d.isBefore(today)).orElse(true),
                "An agreement that is over agrees to nothing: give a last day that is to come.");
    }
}
