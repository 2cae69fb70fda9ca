package uk.mashhub.policy.fact;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.ConsentState;

/** What was said of sharing one person's information, and whether it counts for that person. */
record Word(Consent consent, PacketPerson person) {
    /** Mental Capacity Act 2005 s2(5): capacity is presumed from here on. */
    static final int PRESUMED_ABLE = 16;

    /** Children Act 1989 s105(1): parental responsibility ends here. */
    static final int ADULT = 18;

    /** Who speaks: whoever spoke is unsaid by the same voice only. */
    private record Voice(ConsentGiver giver, Optional<PersonId> by, String words) {
        @Override
        public String toString() {
            return "Voice[" + giver + "]";
        }
    }

    boolean agrees() {
        return consent.state() == ConsentState.GIVEN;
    }

    boolean objects() {
        return consent.state() == ConsentState.REFUSED || consent.state() == ConsentState.WITHDRAWN;
    }

    /** Whether nobody was asked, for this reason (DPA 2018 Sch 1 para 18(2)). */
    boolean notSought(NotSoughtReason because) {
        return consent.state() == ConsentState.NOT_SOUGHT
                && consent.notSoughtBecause().filter(because::equals).isPresent();
    }

    boolean ofACourt() {
        return terms(ConsentGiver.COURT);
    }

    /** Whether it has begun to hold by a day. One that has begun unsays what it unsays, also once it is over. */
    boolean begun(LocalDate day) {
        return from().map(f -> !day.isBefore(f)).orElse(true);
    }

    /** Whether it is over on a day. */
    boolean over(LocalDate day) {
        return to().map(day::isAfter).orElse(false);
    }

    private Optional<LocalDate> from() {
        return consent.terms().flatMap(ConsentTerms::from);
    }

    private Optional<LocalDate> to() {
        return consent.terms().flatMap(ConsentTerms::to);
    }

    /**
     * Whether it counts. An agreement counts of somebody who can decide: the person, or a parent for a child. An objection
     * counts of everybody but of a person found unable to decide. What a source says without terms counts as it stands.
     */
    boolean counts(LocalDate today) {
        if (consent.terms().isEmpty()) {
            return agrees() || objects();
        }
        boolean unable = consent.terms()
                .flatMap(ConsentTerms::competence)
                .map(Competence::lacking)
                .orElse(false);
        if (objects()) {
            return !(unable && ownWord());
        }
        return agrees() && !unable && (ofACourt() || (ownWord() ? able(today) : child(today)));
    }

    /** A competent child may agree; from 16 on everybody is taken to be able to. */
    private boolean able(LocalDate today) {
        boolean gillick = consent.terms()
                .flatMap(ConsentTerms::competence)
                .map(c -> c.kind() == Competence.Kind.GILLICK_COMPETENT)
                .orElse(false);
        return gillick || !youngerThan(PRESUMED_ABLE, today);
    }

    private boolean child(LocalDate today) {
        return youngerThan(ADULT, today);
    }

    /** Somebody whose birthday is not known is as old as their place in the family says. */
    private boolean youngerThan(int years, LocalDate today) {
        return person.details()
                .birthDate()
                .map(b -> today.isBefore(b.date().plusYears(years)))
                .orElse(PersonStanding.of(person.roles()) == PersonStanding.CHILD);
    }

    /** Whether the person speaks of their own information. */
    boolean ownWord() {
        return terms(ConsentGiver.SELF)
                || consent.terms()
                        .flatMap(ConsentTerms::by)
                        .map(person.id()::equals)
                        .orElse(false);
    }

    private boolean terms(ConsentGiver giver) {
        return consent.terms().map(t -> t.giver() == giver).orElse(false);
    }

    /** Whether it was said later, and by the same voice as far as anybody knows. */
    boolean unsays(Word other) {
        return later(other)
                && (consent.terms().isEmpty() || other.consent.terms().isEmpty() || voice().equals(other.voice()));
    }

    boolean later(Word other) {
        return place() > other.place();
    }

    /** What a referral brought comes before all that was recorded. */
    private long place() {
        return consent.recorded().map(Consent.Recorded::place).orElse(-1L);
    }

    private Voice voice() {
        if (ownWord()) {
            return new Voice(ConsentGiver.SELF, Optional.of(person.id()), "");
        }
        ConsentGiver giver = consent.terms().map(ConsentTerms::giver).orElseThrow();
        if (giver == ConsentGiver.COURT) {
            return new Voice(giver, Optional.empty(), "");
        }
        Optional<PersonId> by = consent.terms().flatMap(ConsentTerms::by);
        return by.isPresent()
                ? new Voice(ConsentGiver.PARENT, by, "")
                : new Voice(giver, by, consent.givenBy().strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "Word[" + consent.state() + "]";
    }
}
