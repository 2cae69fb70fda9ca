package uk.mashhub.hub.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.PersonDetails;

/**
 * Works an account out in the caller's transaction, the same whoever asks. Until that ends nobody enters somebody of the name,
 * nothing changes in the enquiries that it is worked out of, or in those that a flag could come from, and no conflict about them
 * is declared (ruling 14).
 */
public final class AccountWork {
    private final PeopleBook book;
    private final EnquiryLedger ledger;
    private final ReferralJourney journey;
    private final TraceStore traces;

    public AccountWork(PeopleBook book, EnquiryLedger ledger, ReferralJourney journey, TraceStore traces) {
        this.book = book;
        this.ledger = ledger;
        this.journey = journey;
        this.traces = traces;
    }

    /**
     * An account.
     *
     * @param enquiries all that it was worked out of, told of or not
     */
    record Worked(
            String text,
            List<SubjectAccount.Told> told,
            List<SubjectAccount.LeftOut> leftOut,
            Set<EnquiryId> enquiries) {
        Worked {
            Objects.requireNonNull(text, "text");
            told = List.copyOf(told);
            leftOut = List.copyOf(leftOut);
            enquiries = Set.copyOf(enquiries);
        }

        @Override
        public String toString() {
            return "Worked[not shown]";
        }
    }

    /** Whom it may be about; empty if too many have a name like this one to say who they all are. */
    private Optional<Map<PersonId, PersonDetails>> meant(AccountSubject subject) {
        return book.bornUnder(subject.plainName(), BirthDate.accurate(subject.born()))
                .map(all -> all.entrySet().stream()
                        .filter(e -> subject.is(e.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The enquiries of whoever has the name and day, or may be one of them. */
    Set<EnquiryId> enquiries(AccountSubject subject) {
        return meant(subject).map(m -> book.reach(m.keySet())).orElse(Set.of());
    }

    /**
     * Works it out.
     *
     * @param by in whose name it is made
     * @param on when it was asked for
     */
    Worked work(Area area, AccountSubject subject, Agency by, Instant on) {
        Optional<Map<PersonId, PersonDetails>> meant = meant(subject);
        Set<EnquiryId> ids = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        meant.ifPresent(m -> ids.addAll(book.reach(m.keySet())));
        List<Enquiry> enquiries = new ArrayList<>();
        for (EnquiryId id : ids) {
            ledger.lockIfThere(id).ifPresent(enquiries::add);
        }
        // A conflict about them waits until this has committed.
        enquiries.forEach(e -> ledger.keepReadersOut(e.id()));
        List<SubjectAccount.Told> told = new ArrayList<>();
        List<SubjectAccount.LeftOut> leftOut = new ArrayList<>();
        if (meant.filter(m -> isOne(subject, m)).isPresent()) {
            SubjectAccount account = new SubjectAccount(area);
            enquiries.stream()
                    .filter(e -> e.row().area().equals(area.code())
                            && names(e, meant.get().keySet()))
                    .map(e -> account.of(subject, e, journey.packet(e), traces.given(e.id()), apart(e)))
                    .forEach(part -> {
                        told.addAll(part.told());
                        leftOut.addAll(part.leftOut());
                    });
        } else {
            leftOut.add(new SubjectAccount.LeftOut(
                    "everything", "it is not settled that all who have this name and day of birth are one person"));
        }
        told.sort(Comparator.comparing(SubjectAccount.Told::day)
                .thenComparing(SubjectAccount.Told::organisation)
                .thenComparing(t -> t.kinds().toString()));
        String text = AccountText.of(
                subject, by.name(), on.atZone(area.calendar().zone()).toLocalDate(), told);
        return new Worked(
                text, told, leftOut, enquiries.stream().map(Enquiry::id).collect(Collectors.toSet()));
    }

    /** Whether every two of them are settled as one person, or both have the number that was given. */
    private boolean isOne(AccountSubject subject, Map<PersonId, PersonDetails> meant) {
        return meant.entrySet().stream()
                .allMatch(one -> meant.entrySet().stream()
                        .allMatch(other -> one.getKey().equals(other.getKey())
                                || subject.hasNumber(one.getValue()) && subject.hasNumber(other.getValue())
                                || book.isSame(one.getKey(), other.getKey())));
    }

    private static boolean names(Enquiry enquiry, Set<PersonId> meant) {
        return enquiry.everybody().map(PacketPerson::id).anyMatch(meant::contains);
    }

    /** Of all of whom anything was told in it. */
    private Set<PersonId> apart(Enquiry enquiry) {
        return book.apart()
                .of(Stream.of(
                                enquiry.everybody().map(PacketPerson::id),
                                enquiry.told()
                                        .flatMap(i -> i.subjects().stream())
                                        .map(Subject::person),
                                enquiry.facts(EnquiryFact.Answered.class)
                                        .flatMap(a -> a.outside().stream())
                                        .map(EnquiryFact.Outsider::id))
                        .flatMap(of -> of)
                        .toList());
    }
}
