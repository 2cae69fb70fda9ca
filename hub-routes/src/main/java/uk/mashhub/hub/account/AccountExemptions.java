package uk.mashhub.hub.account;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.ItemDecision;

/**
 * What no account says of itself (verify: UK GDPR art. 15(4); DPA 2018 Sch 2 paras 2, 7 and 16; Sch 3 paras 3 to 5, 11, 21).
 * It names what may be told; all else is left out, because a mistake tells a violent man where his children are. What a lead
 * decides to tell beyond it, a person writes.
 */
final class AccountExemptions {
    /** Below it, somebody else asks and reads: a child's account is made by a person (verify: DPA 2018 s 208, ICO guidance). */
    private static final int OLD_ENOUGH = 12;

    /** No enquiry that was ever for another purpose: telling of it may prejudice the inquiry or cause serious harm. */
    private static final Set<Purpose> PLAIN =
            EnumSet.of(Purpose.PRESCREEN, Purpose.MASH_ENQUIRY, Purpose.S17, Purpose.EARLY_HELP);

    /** Nobody in it who did harm, was harmed, saw it or told of it (crime; third parties). */
    private static final Set<SubjectRole> FAMILY =
            EnumSet.of(SubjectRole.INDEX_CHILD, SubjectRole.SIBLING, SubjectRole.PARENT, SubjectRole.HOUSEHOLD_ADULT);

    /**
     * Kinds that are told. Not where somebody is, nor anything of crime, nor of health: a controller who is no health
     * professional asks one first.
     */
    private static final Set<DataClass> KINDS =
            EnumSet.of(DataClass.IDENTITY, DataClass.EDUCATION, DataClass.INVOLVEMENT, DataClass.HOUSING);

    /** Facts on which an item was decided, as they are where nobody is protected. */
    private static final Map<String, String> HARMLESS = Map.of(
            "READER_OWNS_ITEM", "no",
            "ENQUIRY_HIDES_LOCATION", "no",
            "SUBJECT_SAFE_ADDRESSED", "no",
            "SUBJECT_PDS_RESTRICTED", "no",
            "SUBJECT_PROTECTED_PERSON", "no",
            "SUBJECT_LIMITED_ACCESS", "no",
            "SUBJECT_RISK_TO_STAFF", "no",
            "PERPETRATOR_SIDE", "no");

    private AccountExemptions() {}

    /**
     * Whether anything of an enquiry may be told: one that is over, and in which nobody is hidden, feared or at risk.
     *
     * @param shownFor the purposes for which views of it were made
     */
    static boolean tells(Enquiry enquiry, Packet packet, Stream<Purpose> shownFor) {
        boolean over = packet.stage() == Stage.DECIDED || packet.stage() == Stage.CLOSED;
        Stream<Purpose> asked = enquiry.facts(EnquiryFact.Asked.class).map(EnquiryFact.Asked::purpose);
        Stream<Purpose> set = enquiry.acts(Act.SetPurpose.class).map(Act.SetPurpose::purpose);
        boolean plain = Stream.of(Stream.of(packet.purpose()), shownFor, asked, set)
                .flatMap(of -> of)
                .allMatch(PLAIN::contains);
        boolean open = packet.consents().stream()
                .noneMatch(c -> c.notSoughtBecause()
                        .filter(NotSoughtReason.WOULD_PREJUDICE_PROTECTION::equals)
                        .isPresent());
        return over
                && plain
                && open
                && packet.people().stream().allMatch(AccountExemptions::unmarked)
                && noUnknown(packet);
    }

    /** Every flag counts, of whoever may be the person too, and one that has ended. */
    private static boolean unmarked(PacketPerson person) {
        return person.restrictions().findAny().isEmpty() && FAMILY.containsAll(person.roles());
    }

    /** An item about somebody who is not of the enquiry, or with a mark that a law protects, speaks for the whole of it. */
    private static boolean noUnknown(Packet packet) {
        Set<PersonId> people = packet.people().stream().map(PacketPerson::id).collect(Collectors.toSet());
        return packet.households().stream().allMatch(h -> h.candidates().isEmpty())
                && packet.items().stream()
                        .allMatch(i -> i.labels().statutes().isEmpty()
                                && i.subjects().stream().allMatch(s -> people.contains(s.person())));
    }

    /** Whether somebody reads an account of their own. An unknown age does not. */
    static boolean reads(PacketPerson person, LocalDate today) {
        return person.details()
                .birthDate()
                .filter(b -> b.accuracy() == BirthDate.Accuracy.ACCURATE)
                .filter(b -> Period.between(b.date(), today).getYears() >= OLD_ENOUGH)
                .isPresent();
    }

    /** Whether it may be told that an item was given. */
    static boolean tells(Item item, PersonId subject, Packet packet) {
        boolean alone = !item.subjects().isEmpty()
                && item.subjects().stream().allMatch(s -> s.person().equals(subject));
        boolean plain = KINDS.contains(item.labels().dataClass())
                && item.labels().nature() == Nature.FACT
                && item.labels().regime() == Regime.UK_GDPR
                && item.labels().grade().equals(IntelligenceGrade.none())
                && item.labels().handling().equals(Handling.none())
                && !item.labels().confidential();
        return alone
                && plain
                && packet.ownerActs().stream().noneMatch(a -> a.item().equals(item.id()))
                && !packet.stopped(item.provenance().owner());
    }

    /** Whether what was known when it was given lets it be told: what protected somebody then may have been taken back. */
    static boolean toldThen(ItemDecision decision) {
        return switch (decision.verdict().outcome()) {
            case SHOW, REDACT, SUMMARISE ->
                HARMLESS.entrySet().stream()
                        .allMatch(f -> f.getValue().equals(decision.facts().get(f.getKey())));
            case EXISTS, WITHHOLD, SILENT -> false;
        };
    }
}
